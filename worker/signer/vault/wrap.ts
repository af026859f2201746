import { base64urlnopad } from '@scure/base'

import { base64url, randomBytes, utf8 } from '../../foundation/crypto/encoding.ts'
import type { Owner } from '../../foundation/crypto/owner.ts'
import type { WrappingKey } from './wrapping-keys.ts'

const ivBytes = 12
const keyBytes = 32

/**
 * Wraps the 32 bytes of an owner's key with AES-256-GCM: base64url of IV, ciphertext and tag. The
 * owner and the wrapping key's id are authenticated too, so a row moved to another owner does not
 * open.
 */
export async function wrap(
  { id, key }: WrappingKey,
  owner: Owner,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = randomBytes(ivBytes)
  const sealed = await crypto.subtle.encrypt(algorithm(iv, owner, id), key, bytes)
  return base64url(Uint8Array.from([...iv, ...new Uint8Array(sealed)]))
}

/** The 32 bytes again. Throws if the text was changed, or wrapped for another owner or key. */
export async function unwrap(
  { id, key }: WrappingKey,
  owner: Owner,
  wrapped: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(base64urlnopad.decode(wrapped))
  const iv = bytes.slice(0, ivBytes)
  const opened = await crypto.subtle.decrypt(algorithm(iv, owner, id), key, bytes.slice(ivBytes))
  if (opened.byteLength !== keyBytes) throw new Error('An owner key has another length.')
  return new Uint8Array(opened)
}

/** A new random key for an owner. */
export const newOwnerKey = () => randomBytes(keyBytes)

function algorithm(iv: Uint8Array<ArrayBuffer>, owner: Owner, wrappingId: string) {
  return { name: 'AES-GCM', iv, additionalData: utf8(`${owner}|${wrappingId}`) }
}
