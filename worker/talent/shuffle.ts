import { sha256 } from '../foundation/encoding.ts'

/** A prime, so that every multiplier from 1 to p - 1 keeps keys apart. Shuffle keys lie in [0, p). */
export const shuffleModulus = 2_147_483_647

const mostSegments = 16_384

/**
 * One day's order of one employer's search: segments by (A·s + B) mod g, and within a segment the
 * keys by (key·a + b) mod p (talent.md §4). Nobody's place says anything about them.
 */
export interface Shuffle {
  segments: number
  A: number
  B: number
  c: number
  a: number
  b: number
}

interface Seed {
  employerId: string
  criteriaHash: string
  /** The UTC date of the search's first page, `YYYY-MM-DD`. */
  day: string
  segments: number
}

/** How many segments a search with so many matches has: each then holds 64 to 128 of them. */
export function segmentCount(matches: number): number {
  let segments = 1
  while (segments * 2 <= matches / 64 && segments < mostSegments) segments *= 2
  return segments
}

export async function dailyShuffle({ employerId, criteriaHash, day, segments }: Seed): Promise<Shuffle> {
  const hash = await sha256(`mettle/shuffle/v1\n${employerId}\n${criteriaHash}\n${day}`)
  const words = new DataView(hash.buffer, hash.byteOffset)
  const word = (index: number) => words.getUint32(4 * index)
  return {
    segments,
    A: 2 * (word(0) % 8192) + 1,
    B: word(1) % segments,
    c: word(2) % shuffleModulus,
    a: 1 + (word(3) % (shuffleModulus - 1)),
    b: word(4) % shuffleModulus,
  }
}

/** Which segment a key lies in. The product stays under 2^45, so a double holds it exactly. */
export function segmentOf({ c, segments }: Shuffle, key: number): number {
  return Math.floor((((key + c) % shuffleModulus) * segments) / shuffleModulus)
}

/** Where a key stands in the day's order: its segment's rank, then its place in the segment. */
export function placeOf(shuffle: Shuffle, key: number): { rank: number; within: number } {
  const { A, B, a, b, segments } = shuffle
  const rank = (A * segmentOf(shuffle, key) + B) % segments
  const within = Number((BigInt(key) * BigInt(a) + BigInt(b)) % BigInt(shuffleModulus))
  return { rank, within }
}

export interface KeyRange {
  rank: number
  from: number
  to: number
}

/**
 * The keys of the segment that comes `rank`-th in the day's order, as one or two ranges with both
 * ends in them: this is what lets a page read an index instead of sorting every match.
 */
export function keyRangesAt({ A, B, c, segments }: Shuffle, rank: number): KeyRange[] {
  const segment = modulo((rank - B) * inverseOf(A, segments), segments)
  const first = Math.ceil((segment * shuffleModulus) / segments) - c
  const last = Math.ceil(((segment + 1) * shuffleModulus) / segments) - 1 - c
  if (first >= 0) return [{ rank, from: first, to: last }]
  if (last < 0) return [{ rank, from: first + shuffleModulus, to: last + shuffleModulus }]
  return [
    { rank, from: first + shuffleModulus, to: shuffleModulus - 1 },
    { rank, from: 0, to: last },
  ]
}

/** Of an odd number modulo a power of two: each round of Newton's doubles the right bits. */
function inverseOf(odd: number, power: number): number {
  let inverse = 1
  for (let bits = 1; bits < 16; bits *= 2) {
    inverse = modulo(inverse * (2 - modulo(odd * inverse, power)), power)
  }
  return inverse
}

const modulo = (value: number, by: number) => ((value % by) + by) % by
