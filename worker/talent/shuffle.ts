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
  const words = new DataView(Uint8Array.from(hash).buffer)
  const [u0, u1, u2, u3, u4] = [0, 4, 8, 12, 16].map((at) => words.getUint32(at)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    segments,
    A: 2 * (u0 % 8192) + 1,
    B: u1 % segments,
    c: u2 % shuffleModulus,
    a: 1 + (u3 % (shuffleModulus - 1)),
    b: u4 % shuffleModulus,
  }
}
