import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Owner } from '../../../worker/foundation/crypto/owner.ts'
import { createKeys } from '../../../worker/signer/vault/create-keys.ts'
import { destroyKey } from '../../../worker/signer/vault/destroy-key.ts'
import { openKeys } from '../../../worker/signer/vault/open-keys.ts'
import { type VaultConfiguration, stateOf } from '../../../worker/signer/vault/wrapping-keys.ts'
import {
  anOwner,
  keysIn,
  now,
  one,
  open,
  rowOf,
  two,
  vault,
  vaultWith,
  withKey,
} from '../../support/vault.ts'

const store = (owner: Owner, wrapped: string) =>
  env.VAULT_DB.prepare('UPDATE owner_keys SET wrapped = ? WHERE owner = ?')
    .bind(wrapped, owner)
    .run()

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
