import { env } from 'cloudflare:workers'

import type { SecretName } from '../../worker/foundation/crypto/secrets.ts'
import { stubs } from './client.ts'

interface Stored {
  current: string
  keys: Record<string, string>
  from?: string
  before?: string
}

const storedOf = (name: SecretName): Stored => JSON.parse(stubs[name] ?? env[name])

/**
 * Adds a key to a secret for every request from now on, as `npm run keys` does. It becomes the
 * current one at `from`, at once by default.
 */
export function rotate(name: SecretName, from?: Date): string {
  const { current, keys } = storedOf(name)
  const id = crypto.randomUUID().slice(0, 8)
  const key = crypto.randomUUID().replaceAll('-', '').repeat(2)
  const early = from ? { from: from.toISOString(), before: current } : {}
  stubs[name] = JSON.stringify({ dev: true, current: id, ...early, keys: { ...keys, [id]: key } })
  return id
}

/** Removes every key but the current one. */
export function removeOldKeys(name: SecretName): void {
  const { current, keys } = storedOf(name)
  stubs[name] = JSON.stringify({ dev: true, current, keys: { [current]: keys[current] } })
}
