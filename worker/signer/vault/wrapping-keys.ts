import type { D1Database } from '@cloudflare/workers-types'

import { readKeySet } from '../key-set.ts'
import type { VaultState } from './binding.ts'

export interface VaultConfiguration {
  VAULT_DB: D1Database
  /**
   * `{"current":"k2","keys":{"k1":"<32 bytes, hex>","k2":…}}`, with `"dev": true` if made for
   * development.
   */
  WRAPPING_KEYS: string
}

export interface WrappingKey {
  id: string
  key: CryptoKey
}

export interface WrappingKeys {
  current: WrappingKey
  byId: ReadonlyMap<string, CryptoKey>
}

/** The wrapping keys, ready to use. Undefined if the secret is missing or malformed. */
export async function wrappingKeys(secret: string): Promise<WrappingKeys | undefined> {
  const set = keySetOf(secret)
  if (!set) return undefined
  const imported = [...set.keys].map(async ([id, bytes]) => [id, await importKey(bytes)] as const)
  const byId = new Map(await Promise.all(imported))
  const key = byId.get(set.current)
  return key && { current: { id: set.current, key }, byId }
}

/** A dev key is for laptops and tests. The main Worker refuses it in production. */
export function stateOf({ WRAPPING_KEYS }: VaultConfiguration): VaultState {
  const set = keySetOf(WRAPPING_KEYS)
  if (!set?.keys.has(set.current)) return 'no-wrapping-key'
  return set.dev ? 'dev-wrapping-key' : 'ready'
}

function keySetOf(secret: string) {
  try {
    return readKeySet(secret)
  } catch {
    return undefined
  }
}

function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
