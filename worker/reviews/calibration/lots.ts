import { hmac } from '../../foundation/crypto/encoding.ts'
import { type Keyed, secretOf } from '../../foundation/crypto/secrets.ts'

/** Each hash gives sixteen lots of two bytes. */
const lotsPerHash = 16

/**
 * The lots of a reviewer's offers in a challenge, from offer `from` on (0 is the first). The same
 * offer always has the same lot, so asking in two windows draws once. Nobody can compute them
 * without the key.
 */
export async function lotsOf(
  call: Keyed,
  { reviewerId, challengeId }: { reviewerId: string; challengeId: string },
  from: number,
  count: number,
): Promise<number[]> {
  const { bytes } = secretOf(call, 'PSEUDONYM_KEY')
  const [first, last] = [from, from + count - 1].map((at) => Math.floor(at / lotsPerHash))
  const hashes: Promise<Uint8Array>[] = []
  for (let block = first ?? 0; block <= (last ?? -1); block++) {
    hashes.push(hmac(bytes, `mettle/hidden-items/v1\n${reviewerId}\n${challengeId}\n${block}`))
  }
  const lots = (await Promise.all(hashes)).flatMap((hash) => lotsIn(hash))
  const skipped = from % lotsPerHash
  return lots.slice(skipped, skipped + count)
}

function lotsIn(hash: Uint8Array): number[] {
  const view = new DataView(hash.buffer, hash.byteOffset)
  return Array.from({ length: lotsPerHash }, (_, at) => view.getUint16(at * 2) / 65_536)
}
