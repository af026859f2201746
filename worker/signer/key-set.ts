import * as v from 'valibot'

import { fromHex } from '../foundation/crypto/encoding.ts'

const generation = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,12}$/))
const KeySet = v.strictObject({
  dev: v.optional(v.boolean()),
  current: generation,
  /** Stolen keys: they sign nothing more. */
  compromised: v.optional(v.array(generation)),
  keys: v.record(generation, v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i))),
})

/**
 * Parses a secret: keys of 32 bytes by generation, and which one is current. Throws if the secret
 * is missing or malformed.
 */
export function readKeySet(secret: string) {
  const { dev, current, compromised = [], keys } = v.parse(KeySet, JSON.parse(secret))
  const bytes = new Map(Object.entries(keys).map(([id, key]) => [id, fromHex(key)]))
  return { dev: dev === true, current, compromised, keys: bytes }
}
