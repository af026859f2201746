import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { hex } from '../../../worker/foundation/crypto/encoding.ts'
import type { OpenOutcome, Owner } from '../../../worker/signer/vault/binding.ts'
import { createKeys } from '../../../worker/signer/vault/create-keys.ts'
import { destroyKey } from '../../../worker/signer/vault/destroy-key.ts'
import { openKeys } from '../../../worker/signer/vault/open-keys.ts'
import { type VaultConfiguration, stateOf } from '../../../worker/signer/vault/wrapping-keys.ts'

const now = new Date('2031-06-01T10:00:00Z')
const [one, two] = ['5a', 'b7'].map((byte) => byte.repeat(32))

/** The vault with these wrapping keys, the last one current. */
function vaultWith(keys: object, more: object = {}): VaultConfiguration {
  const current = Object.keys(keys).at(-1)
  return { VAULT_DB: env.VAULT_DB, WRAPPING_KEYS: JSON.stringify({ current, keys, ...more }) }
}

const vault = vaultWith({ k1: one })
const anOwner = (): Owner => `account:${crypto.randomUUID()}`
const keysIn = (outcome: OpenOutcome) =>
  'refused' in outcome ? outcome : outcome.keys.map(({ key }) => hex(key))
const open = async (owner: Owner, by = vault) => keysIn(await openKeys(by, [owner], now))

const rowOf = (owner: Owner) =>
  env.VAULT_DB.prepare('SELECT wrapped, wrapping_id FROM owner_keys WHERE owner = ?')
    .bind(owner)
    .first<{ wrapped: string; wrapping_id: string }>()
const store = (owner: Owner, wrapped: string) =>
  env.VAULT_DB.prepare('UPDATE owner_keys SET wrapped = ? WHERE owner = ?')
    .bind(wrapped, owner)
    .run()

async function withKey(by = vault): Promise<Owner> {
  const owner = anOwner()
  await createKeys(by, [owner], now)
  return owner
}

let errors = vi.spyOn(console, 'error')
beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => errors.mockRestore())

describe('a stored key does not open, and says so,', () => {
  const broken = { refused: 'broken-key' }

  it('with another wrapping key of the same name, or without its own', async () => {
    const owner = await withKey()
    expect(await open(owner, vaultWith({ k1: two }))).toEqual(broken)
    expect(await open(owner, vaultWith({ k2: one }))).toEqual(broken)
    expect(await open(owner)).toHaveLength(1)
    const line = { level: 'error', event: 'vault.broken-key', owner, wrappingId: 'k1' }
    expect(errors.mock.calls).toEqual([[JSON.stringify(line)], [JSON.stringify(line)]])
  })

  it('if it was moved to another owner, or if its wrapping key is called otherwise', async () => {
    const [owner, other] = [await withKey(), await withKey()]
    const { wrapped = '' } = (await rowOf(other)) ?? {}
    await store(owner, wrapped)
    expect(await open(owner)).toEqual(broken)
    const renamed = await withKey()
    await env.VAULT_DB.prepare("UPDATE owner_keys SET wrapping_id = 'k9' WHERE owner = ?")
      .bind(renamed)
      .run()
    expect(await open(renamed, vaultWith({ k1: one, k9: one }))).toEqual(broken)
  })

  it('if any of its characters was changed, and takes the whole call with it', async () => {
    const [owner, other] = [await withKey(), await withKey()]
    const { wrapped = '' } = (await rowOf(owner)) ?? {}
    for (const at of [0, 15, 16, 40, 58, 79]) {
      const changed = wrapped[at] === 'A' ? 'B' : 'A'
      await store(owner, wrapped.slice(0, at) + changed + wrapped.slice(at + 1))
      expect(keysIn(await openKeys(vault, [other, owner], now))).toEqual(broken)
    }
    await store(owner, '!'.repeat(80))
    expect(await open(owner)).toEqual(broken)
    await expect(store(owner, wrapped.slice(0, 76))).rejects.toThrow('wrapped_length')
  })
})

describe('the secret', () => {
  const missing = { VAULT_DB: env.VAULT_DB } as VaultConfiguration

  it.each([
    ['is missing', missing],
    ['is no JSON', { ...missing, WRAPPING_KEYS: 'k1' }],
    ['has a short key', vaultWith({ k1: '5a'.repeat(31) })],
    ['has another key that is short', vaultWith({ k0: '5a', k1: one })],
    ['has no current key', vaultWith({ k1: one }, { current: 'k2' })],
  ])('%s: nothing is made or opened, and an owner can still be destroyed', async (_, without) => {
    const owner = await withKey()
    const refused = { refused: 'no-wrapping-key' }
    expect(stateOf(without)).toBe('no-wrapping-key')
    expect(await createKeys(without, [anOwner()], now)).toEqual(refused)
    expect(await openKeys(without, [owner], now)).toEqual(refused)
    expect(await destroyKey(without, owner, now)).toEqual({ destroyed: owner })
  })

  it('is that of a laptop: production asks for the state, and does not start with it', async () => {
    expect(stateOf(vaultWith({ k1: one }))).toBe('ready')
    expect(stateOf(vaultWith({ k1: one }, { dev: true }))).toBe('dev-wrapping-key')
    expect(await env.VAULT.state()).toBe('dev-wrapping-key')
  })
})
