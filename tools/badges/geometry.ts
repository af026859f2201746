/** A point of a hallmark. Angles are in degrees, clockwise from three o'clock, as in SVG. */
export interface Point {
  x: number
  y: number
}

export const origin: Point = { x: 0, y: 0 }

export function at(angle: number, radius: number, from: Point = origin): Point {
  const radians = (angle * Math.PI) / 180
  return { x: from.x + radius * Math.cos(radians), y: from.y + radius * Math.sin(radians) }
}

/**
 * Rounds to one decimal, to keep files small. The error is at most 0.05 of a hallmark's 240 units.
 */
export function n(value: number): string {
  return String(Number(value.toFixed(1)))
}

export const pair = ({ x, y }: Point): string => `${n(x)} ${n(y)}`

export const line = (from: Point, to: Point): string => `M${pair(from)}L${pair(to)}`

export function polygon(points: Point[]): string {
  return `M${points.map(pair).join('L')}Z`
}

/** Corners at equal angles round the centre. The first one is on top, unless turned. */
export function corners(count: number, radius: number, turn = 0): Point[] {
  return steps(0, count - 1).map((index) => at(-90 + turn + (index * 360) / count, radius))
}

export function circle(radius: number, { x, y }: Point = origin): string {
  const across = n(2 * radius)
  return `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${across} 0a${n(radius)} ${n(radius)} 0 1 0 -${across} 0Z`
}

/**
 * An arc of a circle, clockwise between two angles, in pieces of at most 90 degrees. With longer
 * pieces, rounding the end points would move the centre.
 */
export function arc(radius: number, from: number, to: number, centre: Point = origin): string {
  const pieces = Math.ceil((to - from) / 90)
  const ends = steps(1, pieces).map((piece) =>
    at(from + (piece * (to - from)) / pieces, radius, centre),
  )
  const curve = (end: Point) => `A${n(radius)} ${n(radius)} 0 0 1 ${pair(end)}`
  return `M${pair(at(from, radius, centre))}${ends.map(curve).join('')}`
}

/** Numbers from one to another, in steps of 1 by default. */
export function steps(from: number, to: number, step = 1): number[] {
  return Array.from(
    { length: Math.floor((to - from) / step + 1e-9) + 1 },
    (_, k) => from + k * step,
  )
}

/**
 * A smooth curve through points (Catmull-Rom, as cubic pieces): few bytes, and round at any size.
 */
export function smooth(points: Point[]): string {
  const point = (index: number): Point =>
    points[Math.min(Math.max(index, 0), points.length - 1)] ?? origin
  const pieces = points.slice(1).map((end, index) => {
    const [before, start, after] = [point(index - 1), point(index), point(index + 2)]
    const out = { x: start.x + (end.x - before.x) / 6, y: start.y + (end.y - before.y) / 6 }
    const into = { x: end.x - (after.x - start.x) / 6, y: end.y - (after.y - start.y) / 6 }
    return `C${pair(out)} ${pair(into)} ${pair(end)}`
  })
  return `M${pair(point(0))}${pieces.join('')}`
}
