import * as v from 'valibot'

import type { Bindings } from '../../env.ts'
import { base64url, fromHex, hmac } from './encoding.ts'

const Secret = v.object({
  dev: v.optional(v.boolean()),
  current: v.string(),
  /**
   * Until this moment `before` is the current key, so that every isolate knows a new key before its
   * first use.
   */
  from: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  before: v.optional(v.string()),
  keys: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64,}$/i))),
})

export interface Secret {
  /** The current key, and its name. */
  id: string
  bytes: Uint8Array<ArrayBuffer>
  /** All keys by name. What an old one made is still accepted. */
  keys: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  dev: boolean
}

/** The secrets of this Worker, each with several keys: decision 012. */
export type SecretName = 'SIGN_IN_PEPPER' | 'EMAIL_INDEX_KEY' | 'PSEUDONYM_KEY'

/** A call, or what a test has of it. */
export interface Keyed {
  env: Pick<Bindings, SecretName>
  now: Date
}

/**
 * Parses a configured secret: keys by id, in hex, at least 32 bytes each, one of them current.
 * Throws on anything else.
 */
export function readSecret(text: string, now: Date): Secret {
  const { current, from, before, dev, keys: listed } = v.parse(Secret, JSON.parse(text))
  const isEarly = before !== undefined && from !== undefined && now.getTime() < Date.parse(from)
  const keys = new Map(Object.entries(listed).map(([id, key]) => [id, fromHex(key)]))
  const id = isEarly ? before : current
  const bytes = keys.get(id)
  if (!bytes || !keys.has(current)) throw new Error('The current key is missing.')
  return { id, bytes, keys, dev: dev === true }
}

export const secretOf = ({ env, now }: Keyed, name: SecretName) => readSecret(env[name], now)

/** HMAC-SHA-256 under a key of a secret, by default the current one, as base64url. */
export async function keyedHash(
  call: Keyed,
  name: SecretName,
  text: string,
  keyId?: string,
): Promise<string> {
  const { bytes, keys } = secretOf(call, name)
  const key = keyId === undefined ? bytes : keys.get(keyId)
  if (!key) throw new Error('This key was removed.')
  return base64url(await hmac(key, text))
}

/** The hashes of a text under every key of a secret, that of the current key first. */
export async function keyedHashes(
  call: Keyed,
  name: SecretName,
  text: string,
): Promise<[current: string, ...others: string[]]> {
  const { id, bytes, keys } = secretOf(call, name)
  const others = [...keys].filter(([other]) => other !== id)
  const hashes = others.map(async ([, key]) => base64url(await hmac(key, text)))
  return [base64url(await hmac(bytes, text)), ...(await Promise.all(hashes))]
}
