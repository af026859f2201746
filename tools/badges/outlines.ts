import { at, circle, corners, pair, polygon, steps } from './geometry.ts'

/**
 * A hallmark's outline identifies the skill, also from afar and without colour. Centre 0 0, radius
 * about 92.
 */
export const outlines = {
  initiative: polygon(corners(5, 92).map(({ x, y }) => ({ x, y: y + 3 }))),
  collaboration: lobes(3, 45, 49),
  'creative-problem-solving': polygon(star(8, 91, 74)),
  'critical-thinking': polygon(corners(4, 94)),
  'intercultural-fluency': lobes(4, 48, 40),
  empathy: circle(86),
  'oral-communication': polygon(corners(8, 91, 22.5)),
  resilience: 'M-74-78Q0-90 74-78V-8C74 42 36 74 0 92C-36 74-74 42-74-8Z',
}

function star(points: number, outer: number, inner: number) {
  return steps(0, 2 * points - 1).map((index) =>
    at(-90 + (index * 180) / points, index % 2 ? inner : outer),
  )
}

/** Overlapping circles round the centre, drawn as one outline: arcs from notch to notch. */
function lobes(count: number, distance: number, radius: number): string {
  const half = Math.PI / count
  const notch =
    distance * Math.cos(half) + Math.sqrt(radius ** 2 - (distance * Math.sin(half)) ** 2)
  const notches = steps(0, count).map((index) =>
    pair(at(-90 + ((index - 0.5) * 360) / count, notch)),
  )
  return `M${notches[0]}${notches
    .slice(1)
    .map((end) => `A${radius} ${radius} 0 1 1 ${end}`)
    .join('')}Z`
}
