import type { D1Database, KVNamespace } from '@cloudflare/workers-types'

import { fromHex, utf8 } from '../../foundation/crypto/encoding.ts'
import { readKeySet } from '../key-set.ts'
import type { VaultState } from './binding.ts'

export interface VaultConfiguration {
  VAULT_DB: D1Database
  /**
   * The roots: `{"current":"k2","keys":{"k1":"<32 bytes, hex>","k2":…}}`, with `"dev": true` if
   * made for development.
   */
  WRAPPING_KEYS: string
  /** The salt of each wrapping key, in hex, by its epoch. Deleted for good when the epoch ends. */
  WRAPPING_SALTS: KVNamespace
}

export interface WrappingKey {
  id: string
  key: CryptoKey
}

export interface Roots {
  current: string
  byId: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/**
 * Which wrapping key a row is under. `rootId`: of its epoch. Null in rows from before the first
 * epoch, where the root itself is the wrapping key, and if the epoch has ended.
 */
export interface WrappedUnder {
  wrappingId: string
  rootId: string | null
}

/** The roots of the secret. Undefined if it is missing or malformed. */
export function readRoots(secret: string): Roots | undefined {
  const set = keySetOf(secret)
  return set?.keys.has(set.current) ? { current: set.current, byId: set.keys } : undefined
}

/** A dev key is for laptops and tests. The main Worker refuses it in production. */
export function stateOf({ WRAPPING_KEYS }: Pick<VaultConfiguration, 'WRAPPING_KEYS'>): VaultState {
  const set = keySetOf(WRAPPING_KEYS)
  if (!set?.keys.has(set.current)) return 'no-wrapping-key'
  return set.dev ? 'dev-wrapping-key' : 'ready'
}

/**
 * Derives wrapping keys for one call, each once. Undefined if the root or the salt is not there, or
 * no longer. Throws if the salts cannot be reached.
 */
export function keyFinder(
  { WRAPPING_SALTS }: Pick<VaultConfiguration, 'WRAPPING_SALTS'>,
  roots: Roots,
) {
  const found = new Map<string, Promise<CryptoKey | undefined>>()
  return (under: WrappedUnder): Promise<CryptoKey | undefined> => {
    const { wrappingId } = under
    const key = found.get(wrappingId) ?? findKey(WRAPPING_SALTS, roots, under)
    found.set(wrappingId, key)
    return key
  }
}

async function findKey(salts: KVNamespace, roots: Roots, { wrappingId, rootId }: WrappedUnder) {
  const root = roots.byId.get(rootId ?? wrappingId)
  if (!root) return undefined
  if (rootId === null) return importKey(root)
  const salt = await findSalt(salts, wrappingId)
  return salt && importKey(await derive(root, salt, wrappingId))
}

/** Salts never change, so each is read once by each isolate. */
const known = new Map<string, Uint8Array<ArrayBuffer>>()

async function findSalt(salts: KVNamespace, epochId: string) {
  const remembered = known.get(epochId)
  if (remembered) return remembered
  const text = await salts.get(epochId)
  if (text === null) return undefined
  const salt = fromHex(text)
  known.set(epochId, salt)
  return salt
}

export const forgetSalt = (epochId: string) => known.delete(epochId)

/** HKDF-SHA-256 (RFC 5869), 32 bytes. */
async function derive(
  root: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  epochId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits'])
  const info = utf8(`mettle wrapping key v1\n${epochId}`)
  const from = { name: 'HKDF', hash: 'SHA-256', salt, info }
  return new Uint8Array(await crypto.subtle.deriveBits(from, key, 256))
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
