import { pale, steel } from './colours.ts'
import { type Point, arc, at, line, n, smooth, steps } from './geometry.ts'
import { flat, spot, stroke } from './marks.ts'

/** The drawing on the plate: pale lines and one bright part in the level's colour. */
type Engraving = (bright: string) => string

/** A fan of shoots from one root; the middle one is the longest. */
const initiative: Engraving = (bright) => {
  const root = { x: 0, y: 70 }
  const angles = [12, 24, 36, 48, 60, 72].flatMap((angle) => [-angle, angle])
  const tip = (angle: number) => at(-90 + angle, 97 - 0.55 * Math.abs(angle), root)
  const shoots = angles.map((angle) => line(at(-90 + angle, 20, root), tip(angle))).join('')
  const buds = angles.map((angle) => spot(3.4, pale, tip(angle))).join('')
  const first = { x: 0, y: -54 }
  return (
    stroke(shoots, pale, 2.4) +
    buds +
    stroke(line(root, first), bright, 7) +
    spot(11, bright, first)
  )
}

/**
 * Three loops tied in a knot: each passes over one neighbour and under the other, and its ends meet
 * the next loop's strands.
 */
const collaboration: Engraving = (bright) => {
  const distance = 34
  const radius = distance * Math.sqrt(3)
  const strands = [-6, 0, 6]
  /** One strand of a loop: half a circle, extended to the next loop's strand. */
  const turn = (index: number, shift: number, from?: number, to?: number) => {
    const reach = radius + shift
    const tip = at(30, distance / 2 + Math.sqrt(reach ** 2 - (radius / 2) ** 2))
    const over = (Math.atan2(tip.y - distance, tip.x) * 180) / Math.PI
    const [start, end] = [(from ?? 180 - over) + 120 * index, (to ?? 360 + over) + 120 * index]
    return arc(reach, start, end, at(90 + 120 * index, distance))
  }
  const paintOf = (index: number) => (index === 0 ? bright : pale)
  const whole = (index: number) => strands.map((shift) => turn(index, shift)).join('')
  // Where two loops cross, the upper one is drawn again over a gap in the lower one.
  const over = (index: number) =>
    stroke(turn(index, 0, 281, 319), steel, 21) +
    stroke(strands.map((shift) => turn(index, shift, 279, 321)).join(''), paintOf(index), 3.2)
  const turns = [1, 2, 0].map((index) => stroke(whole(index), paintOf(index), 3.2))
  return turns.join('') + flat([0, 1, 2].map(over).join(''))
}

/** Nine dots, and the line that joins them all by leaving their square. */
const creativeProblemSolving: Engraving = (bright) => {
  const gap = 31
  const middle = { x: -12, y: -13 }
  const place = (column: number, row: number): Point => ({
    x: middle.x + column * gap,
    y: middle.y + row * gap,
  })
  const dots = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => place(column, row)))
  const turns = [place(-1, -1), place(2, -1), place(-1, 2), place(-1, -1), place(1, 1)]
  const joined = turns
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`)
    .join('')
  return (
    stroke(joined, bright, 4.5) +
    dots.map((dot) => spot(8, pale, dot) + spot(4, steel, dot)).join('')
  )
}

/** A regular pattern, and a line along which its halves do not fit. */
const criticalThinking: Engraving = (bright) => {
  const half = (side: number, radius: number) => `M0-${radius}L${side * radius} 0L0 ${radius}`
  const pattern = steps(12, 84, 12)
    .map((radius) => half(-1, radius) + half(1, radius - 6))
    .join('')
  return stroke(pattern, pale, 3) + stroke('M0-94V94', steel, 13) + stroke('M0-94V94', bright, 6)
}

/** A weave of vertical and horizontal bands that pass over and under each other. */
const interculturalFluency: Engraving = (bright) => {
  const [places, gap, reach, width] = [[-1, 0, 1], 31, 90, 25]
  const strands = [-8.4, -2.8, 2.8, 8.4]
  const warp = (place: number) => (shift: number) =>
    line({ x: place * gap + shift, y: -reach }, { x: place * gap + shift, y: reach })
  const weft = (place: number, from: number, to: number) => (shift: number) =>
    line({ x: from, y: place * gap + shift }, { x: to, y: place * gap + shift })
  const laid = (band: (shift: number) => string, paint: string) =>
    stroke(band(0), steel, width) + stroke(strands.map(band).join(''), paint, 3)
  const paintOf = (place: number) => (place === 0 ? bright : pale)
  const under = places.map((place) => laid(weft(place, -reach, reach), paintOf(place)))
  const over = places.map((place) => laid(warp(place), pale))
  // At every second crossing the horizontal band is on top.
  const again = places.flatMap((place) =>
    places
      .filter((other) => (place + other) % 2 === 0)
      .map((other) => laid(weft(place, other * gap - 15.5, other * gap + 15.5), paintOf(place))),
  )
  return flat([...under, ...over, ...again].join(''))
}

/** Rings round a centre, all open at the top. */
const empathy: Engraving = (bright) => {
  const rings = steps(27, 75, 12).map((radius) => {
    const opening = (Math.asin(16 / radius) * 180) / Math.PI
    return arc(radius, -90 + opening, 270 - opening)
  })
  return stroke(rings.join(''), pale, 3.6) + spot(14, bright)
}

/** Many paths from one head to another; the straight one is the shortest. */
const oralCommunication: Engraving = (bright) => {
  const half = 53
  const way = (height: number) => {
    const radius = n((half ** 2 + height ** 2) / (2 * height))
    const large = height > half ? 1 : 0
    return [1, 0]
      .map((sweep) => `M-${half} 0A${radius} ${radius} 0 ${large} ${sweep} ${half} 0`)
      .join('')
  }
  const ends = [-half, half].map(
    (x) => spot(15, steel, { x, y: 0 }) + spot(10.5, bright, { x, y: 0 }),
  )
  const ways = [13, 27, 42, 57, 72].map(way).join('')
  return stroke(ways, pale, 2.6) + stroke(`M-${half} 0H${half}`, bright, 7) + ends.join('')
}

/** Lines bent by a weight, none of them broken. */
const resilience: Engraving = (bright) => {
  const sag = (rest: number, depth: number) =>
    smooth(steps(-84, 84, 14).map((x) => ({ x, y: rest + depth * Math.exp(-((x / 26) ** 2)) })))
  const bent = steps(0, 8).map((index) => sag(-48 + index * 13, Math.max(0, 42 - index * 5.2)))
  return stroke(bent.join(''), pale, 2.8) + spot(17, bright, { x: 0, y: -26 })
}

export const engravings: Record<string, Engraving> = {
  initiative,
  collaboration,
  'creative-problem-solving': creativeProblemSolving,
  'critical-thinking': criticalThinking,
  'intercultural-fluency': interculturalFluency,
  empathy,
  'oral-communication': oralCommunication,
  resilience,
}
