import * as v from 'valibot'

import { fromHex, hmac } from './encoding.ts'

const Secret = v.object({
  dev: v.optional(v.boolean()),
  current: v.string(),
  keys: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64,}$/i))),
})

/**
 * Parses a configured secret: keys by id, in hex, at least 32 bytes each, one of them current.
 * Throws on anything else.
 */
export function readSecret(text: string) {
  const secret = v.parse(Secret, JSON.parse(text))
  const bytes = fromHex(secret.keys[secret.current] ?? '')
  if (bytes.length < 32) throw new Error('The current key is missing.')
  return { id: secret.current, bytes, dev: secret.dev === true }
}

/** HMAC-SHA-256 under the current key of a secret. */
export function keyedHash(secretText: string, text: string): Promise<Uint8Array> {
  return hmac(readSecret(secretText).bytes, text)
}
