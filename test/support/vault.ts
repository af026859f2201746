import { env } from 'cloudflare:workers'

import { hex } from '../../worker/foundation/crypto/encoding.ts'
import type { Owner } from '../../worker/foundation/crypto/owner.ts'
import type { OpenOutcome } from '../../worker/signer/vault/binding.ts'
import { createKeys } from '../../worker/signer/vault/create-keys.ts'
import { openKeys } from '../../worker/signer/vault/open-keys.ts'
import type { VaultConfiguration } from '../../worker/signer/vault/wrapping-keys.ts'

export const now = new Date('2031-06-01T10:00:00Z')

export const [one = '', two = '', three = ''] = ['5a', 'b7', 'c8'].map((byte) => byte.repeat(32))

/** The vault with these wrapping keys, the last one current. */
export function vaultWith(keys: object, more: object = {}): VaultConfiguration {
  const current = Object.keys(keys).at(-1)
  const { VAULT_DB, WRAPPING_SALTS } = env
  return { VAULT_DB, WRAPPING_SALTS, WRAPPING_KEYS: JSON.stringify({ current, keys, ...more }) }
}

export const vault = vaultWith({ k1: one })
export const anOwner = (): Owner => `account:${crypto.randomUUID()}`

export const keysIn = (outcome: OpenOutcome) =>
  'refused' in outcome ? outcome : outcome.keys.map(({ key }) => hex(key))

export const open = async (owner: Owner, by = vault) => keysIn(await openKeys(by, [owner], now))

/** An owner that has a key. */
export async function withKey(by = vault): Promise<Owner> {
  const owner = anOwner()
  await createKeys(by, [owner], now)
  return owner
}

export const rowOf = (owner: Owner) =>
  env.VAULT_DB.prepare('SELECT wrapped, wrapping_id FROM owner_keys WHERE owner = ?')
    .bind(owner)
    .first<{ wrapped: string; wrapping_id: string }>()

/** How SQLite would run each of these statements. */
export async function plansOf(statements: readonly string[]): Promise<string[]> {
  const plans = statements.map(async (sql) => {
    const count = new Set(sql.match(/\?\d/g)).size
    const { results } = await env.VAULT_DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...Array.from({ length: count }, () => '[]'))
      .all<{ detail: string }>()
    return results.map(({ detail }) => detail)
  })
  return (await Promise.all(plans)).flat()
}
