import { base64url } from '../../foundation/crypto/encoding.ts'
import { contexts } from '../document/open-badge.ts'
import { inSeconds } from '../seconds.ts'
import type { StatusListDocument } from './canonical-list.ts'

/** Bits of a list: the smallest number that the standard allows, 16 KB before gzip. */
export const listLength = 131_072
const validDays = 7

/** Half of the bits: in a fuller list it takes too many draws to find a free index. */
export const statusListLimit = listLength / 2

/**
 * The bits of a list as bytes. Bit 0 is the high bit of byte 0 (Bitstring Status List 1.0 §3.2).
 */
export function bitsOf(indexes: Iterable<number>): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(listLength / 8)
  for (const index of indexes) {
    if (!Number.isInteger(index) || index < 0 || index >= listLength)
      throw new Error('No such bit.')
    const byte = Math.floor(index / 8)
    bits[byte] = (bits[byte] ?? 0) | (0x80 >> (index % 8))
  }
  return bits
}

/** The bits as the list's document has them: `u` + base64url(gzip(bits)). */
export async function encodeBits(bits: Uint8Array<ArrayBuffer>): Promise<string> {
  const packed = new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip'))
  return `u${base64url(new Uint8Array(await new Response(packed).arrayBuffer()))}`
}

interface StatusList {
  id: string
  issuer: string
  encodedList: string
  now: Date
}

/** The list as it is signed: valid for a week from now, and signed again long before that ends. */
export function statusListDocument({
  id,
  issuer,
  encodedList,
  now,
}: StatusList): StatusListDocument {
  return {
    '@context': [contexts[0]],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: inSeconds(now),
    validUntil: inSeconds(new Date(now.getTime() + validDays * 86_400_000)),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList,
    },
  }
}

/** An index from random bytes (17 bits), so that a list does not show the order of awards. */
export function indexFrom([low = 0, middle = 0, high = 0]: Uint8Array): number {
  return (low | (middle << 8) | (high << 16)) % listLength
}
