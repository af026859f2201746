import { hmac } from '../../foundation/crypto/encoding.ts'

/**
 * A prime, so that every multiplier from 1 to p - 1 maps distinct keys to distinct values. A
 * shuffle key is a random number from 0 to p - 1 that each visible student has.
 */
export const shuffleModulus = 2_147_483_647

const mostSegments = 16_384

/**
 * One day's order of one employer's search. Segment s holds the keys with ⌊((key + c) mod p)·g / p⌋
 * = s, where g is `segments` and p is `shuffleModulus`. Segments are sorted by (A·s + B) mod g, and
 * keys within one by (key·a + b) mod p. Nothing about a person decides their position.
 */
export interface Shuffle {
  segments: number
  A: number
  B: number
  c: number
  a: number
  b: number
  /** The inverse of A modulo g: finds the segment at a position of the order. */
  inverse: number
}

interface Seed {
  /**
   * The pseudonym key, a secret: anyone who can compute a `Shuffle` learns the shuffle keys from the
   * positions.
   */
  key: Uint8Array<ArrayBuffer>
  employerId: string
  criteriaHash: string
  /** The UTC date of the search's first page, `YYYY-MM-DD`. */
  day: string
  segments: number
}

/**
 * The number of segments for this many badges: a power of two, so that a segment holds 64 to 128 on
 * average. A segment holds fewer if there are under 64 badges, and more at `mostSegments`.
 */
export function segmentCount(badges: number): number {
  let segments = 1
  while (segments * 2 <= badges / 64 && segments < mostSegments) segments *= 2
  return segments
}

export async function dailyShuffle({
  key,
  employerId,
  criteriaHash,
  day,
  segments,
}: Seed): Promise<Shuffle> {
  const mac = await hmac(key, `mettle/shuffle/v2\n${employerId}\n${criteriaHash}\n${day}`)
  const words = new DataView(mac.buffer, mac.byteOffset)
  const word = (index: number) => words.getUint32(4 * index)
  const A = 2 * (word(0) % 8192) + 1
  return {
    segments,
    A,
    inverse: inverseOf(A, segments),
    B: word(1) % segments,
    c: word(2) % shuffleModulus,
    a: 1 + (word(3) % (shuffleModulus - 1)),
    b: word(4) % shuffleModulus,
  }
}

/**
 * The inverse of an odd number modulo a power of two. In the lowest 3 bits an odd number is its own
 * inverse, and each Newton step doubles the correct bits.
 */
function inverseOf(odd: number, modulus: number): number {
  let [inverse, m] = [BigInt(odd), BigInt(modulus)]
  for (let bits = 3; bits < 16; bits *= 2) {
    inverse = (((inverse * (2n - BigInt(odd) * inverse)) % m) + m) % m
  }
  return Number(inverse % m)
}

/** The position of a key's segment in the day's order. */
export function rankOfKey({ segments, A, B, c }: Shuffle, key: number): number {
  const segment = (BigInt((key + c) % shuffleModulus) * BigInt(segments)) / BigInt(shuffleModulus)
  return Number((BigInt(A) * segment + BigInt(B)) % BigInt(segments))
}

/** `YYYY-MM-DD`, in UTC. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/**
 * Whether the order of `day` is out of date. An order is valid on its own day and the next, so that
 * a list does not break at midnight.
 */
export function isDayStale(day: string, now: Date): boolean {
  return day !== dayOf(now) && day !== dayOf(new Date(now.getTime() - 86_400_000))
}
