import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Owner } from '../../../worker/foundation/crypto/owner.ts'
import { createKeys } from '../../../worker/signer/vault/create-keys.ts'
import { destroyKey } from '../../../worker/signer/vault/destroy-key.ts'
import { openKeys } from '../../../worker/signer/vault/open-keys.ts'
import { tidyVault } from '../../../worker/signer/vault/tidy-vault.ts'
import type { VaultConfiguration } from '../../../worker/signer/vault/wrapping-keys.ts'
import {
  anOwner,
  keysIn,
  now,
  one,
  open,
  plansOf,
  rowOf,
  three,
  two,
  vault,
  vaultWith,
  withKey,
} from '../../support/vault.ts'

const minuteMs = 60_000

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => void vi.restoreAllMocks())

describe('after the wrapping key was changed', () => {
  const changed = vaultWith({ k1: one, k2: two })

  it('opens old keys and new ones, and wraps the old ones again', async () => {
    const [old, gone] = [await withKey(), await withKey()]
    const key = await open(old)
    expect(key).toHaveLength(1)
    expect(await open(old, changed)).toEqual(key)
    const young = await withKey(changed)
    expect(await rowOf(young)).toMatchObject({ wrapping_id: 'k2' })
    await destroyKey(vault, gone, now)

    expect(await tidyVault(changed, now)).toMatchObject({ rewrapped: expect.any(Number) })
    await tidyUntilDone(changed)
    expect(await rowOf(old)).toMatchObject({ wrapping_id: 'k2' })
    expect(await rowOf(gone)).toBeNull()
    const after = vaultWith({ k2: two })
    expect(await open(old, after)).toEqual(key)
    expect(await open(young, after)).toHaveLength(1)
    // What was copied before the change is useless once the old wrapping key is removed.
    expect(await open(old)).toEqual({ refused: 'broken-key' })
  })

  it('wraps at most 200 keys in a minute, until all are done', async () => {
    const many = Array.from({ length: 250 }, anOwner)
    for (const first of [0, 100, 200]) {
      await createKeys(vaultWith({ k3: three }), many.slice(first, first + 100), now)
    }
    const next = vaultWith({ k3: three, k4: two })
    expect(await tidyVault(next, now)).toEqual({ rewrapped: 200 })
    expect(await tidyVault(next, now)).toEqual({ rewrapped: 50 })
    expect(await tidyVault(next, now)).toEqual({ rewrapped: 0 })
    const opened = await openKeys(vaultWith({ k4: two }), many.slice(0, 100), now)
    expect(keysIn(opened)).toHaveLength(100)
  })

  it('leaves alone what it cannot open, and does not stop there', async () => {
    const [damaged, whole] = [await withKey(), await withKey()]
    const text = 'A'.repeat(80)
    await env.VAULT_DB.prepare('UPDATE owner_keys SET wrapped = ? WHERE owner = ?')
      .bind(text, damaged)
      .run()
    await tidyUntilDone(changed)
    expect(await rowOf(damaged)).toEqual({ wrapped: text, wrapping_id: 'k1' })
    expect(await rowOf(whole)).toMatchObject({ wrapping_id: 'k2' })
  })

  async function tidyUntilDone(by: VaultConfiguration) {
    for (let left = true; left;) {
      const outcome = await tidyVault(by, now)
      left = !('refused' in outcome) && outcome.rewrapped > 0
    }
  }
})

it('ends what is over also without a wrapping key, and says that it has none', async () => {
  const day: Owner = 'day:2001-04-01'
  await createKeys(vault, [day], new Date('2001-04-01T10:00:00Z'))
  const without = { ...vault, WRAPPING_KEYS: '' }
  expect(await tidyVault(without, now)).toEqual({ refused: 'no-wrapping-key' })
  expect(await rowOf(day)).toBeNull()
})

it('destroys the key of a day after two days, and keeps those of people', async () => {
  const at = new Date('2001-05-01T10:00:00Z')
  const owners: Owner[] = ['day:2001-05-01', anOwner()]
  await createKeys(vault, owners, at)
  const end = at.getTime() + 2 * 86_400_000
  await tidyVault(vault, new Date(end - 1000))
  expect(keysIn(await openKeys(vault, owners, at))).toHaveLength(2)
  await tidyVault(vault, new Date(end + 1000))
  expect(await openKeys(vault, owners, at)).toMatchObject({
    keys: [{ owner: owners[1] }],
    gone: ['day:2001-05-01'],
  })
  expect(await createKeys(vault, owners, at)).toMatchObject({ gone: ['day:2001-05-01'] })
})

it('forgets who was opened two minutes later, and an alarm after 180 days', async () => {
  const at = new Date('2001-06-01T10:00:00Z')
  const minute = at.getTime() / minuteMs
  await openKeys(vault, [await withKey()], at)
  await env.VAULT_DB.prepare('INSERT INTO vault_alarms VALUES (?, 3)').bind(minute).run()
  const rows = async (table: string) =>
    env.VAULT_DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE minute = ?`)
      .bind(minute)
      .first('n')
  const left = () => Promise.all(['opened_owners', 'opened_counts', 'vault_alarms'].map(rows))

  await tidyVault(vault, new Date(at.getTime() + 2 * minuteMs))
  expect(await left()).toEqual([1, 1, 1])
  await tidyVault(vault, new Date(at.getTime() + 3 * minuteMs))
  expect(await left()).toEqual([0, 0, 1])
  await tidyVault(vault, new Date(at.getTime() + 180 * 86_400_000))
  expect(await left()).toEqual([0, 0, 1])
  await tidyVault(vault, new Date(at.getTime() + 180 * 86_400_000 + minuteMs))
  expect(await left()).toEqual([0, 0, 0])
})

// `wrapping_epochs` has two or three rows.
it('finds every row by an index, however many owners there are', async () => {
  await withKey()
  const prepare = vi.spyOn(env.VAULT_DB, 'prepare')
  await tidyVault(vaultWith({ k1: one, k2: two }), now)
  const statements = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  expect(statements).toHaveLength(13)
  const scans = (await plansOf(statements)).filter((detail) => detail.startsWith('SCAN'))
  expect(
    scans.filter((detail) => !/^SCAN (?:new\b|json_each|wrapping_epochs)/.test(detail)),
  ).toEqual([])
})
