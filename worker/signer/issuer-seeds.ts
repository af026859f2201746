import * as v from 'valibot'

import { fromHex } from '../foundation/crypto/encoding.ts'

const generation = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,12}$/))
const Seeds = v.strictObject({
  dev: v.optional(v.boolean()),
  current: generation,
  keys: v.record(generation, v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i))),
})

/** The master seeds by generation. Throws if the secret is missing or malformed. */
export function issuerSeeds(secret: string) {
  const { dev, current, keys } = v.parse(Seeds, JSON.parse(secret))
  const seeds = new Map(Object.entries(keys).map(([id, seed]) => [id, fromHex(seed)]))
  return { dev: dev === true, current, seeds }
}
