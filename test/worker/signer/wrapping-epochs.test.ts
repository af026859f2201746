import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Owner } from '../../../worker/foundation/crypto/owner.ts'
import { createKeys } from '../../../worker/signer/vault/create-keys.ts'
import { openKeys } from '../../../worker/signer/vault/open-keys.ts'
import { tidyVault } from '../../../worker/signer/vault/tidy-vault.ts'
import { type VaultConfiguration, forgetSalt } from '../../../worker/signer/vault/wrapping-keys.ts'
import { anOwner, keysIn, one, rowOf, two, vaultWith } from '../../support/vault.ts'

const [minuteMs, dayMs] = [60_000, 86_400_000]
const start = new Date('2030-01-01T00:00:00Z')
const root = vaultWith({ k1: one })

let at = start
const later = (ms: number) => (at = new Date(at.getTime() + ms))

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => void vi.restoreAllMocks())

async function withKey(by = root): Promise<Owner> {
  const owner = anOwner()
  await createKeys(by, [owner], at)
  return owner
}

const open = async (owner: Owner, by = root) => keysIn(await openKeys(by, [owner], at))
const epochOf = async (owner: Owner) => (await rowOf(owner))?.wrapping_id ?? ''
const saltOf = (epoch: string) => env.WRAPPING_SALTS.get(epoch)

/** As the cron does, until nothing is left to wrap again. */
async function tidy(by: VaultConfiguration = root) {
  for (let left = true; left;) {
    const outcome = await tidyVault(by, at)
    left = !('refused' in outcome) && outcome.rewrapped > 0
  }
}

const epochs = async () =>
  (
    await env.VAULT_DB.prepare('SELECT id FROM wrapping_epochs ORDER BY made_at').all<{
      id: string
    }>()
  ).results.map(({ id }) => id)

const tables = ['owner_keys', 'wrapping_epochs'] as const
const copyOf = (table: string) => env.VAULT_DB.prepare(`SELECT * FROM ${table}`).all()

/** A copy of the database as somebody could have made it, and how it is put back. */
async function copyVault() {
  const copies = await Promise.all(tables.map(copyOf))
  return async () => {
    for (const [index, table] of tables.entries()) {
      await env.VAULT_DB.prepare(`DELETE FROM ${table}`).run()
      for (const row of copies[index]?.results ?? []) {
        const names = Object.keys(row)
        await env.VAULT_DB.prepare(
          `INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`,
        )
          .bind(...Object.values(row))
          .run()
      }
    }
  }
}

describe('a wrapping key', () => {
  it('is made by the first tick, and used ten minutes later: its salt is in no database', async () => {
    const owner = await withKey()
    expect(await epochOf(owner)).toBe('k1')
    const key = await open(owner)
    await Promise.all([tidyVault(root, at), tidyVault(root, at), tidyVault(root, at)])
    const [epoch = '', ...others] = await epochs()
    expect(others).toEqual([])
    expect(await saltOf(epoch)).toMatch(/^[0-9a-f]{64}$/)
    expect((await env.WRAPPING_SALTS.list()).keys).toHaveLength(1)

    later(10 * minuteMs - 1)
    await tidy()
    expect(await epochOf(owner)).toBe('k1')
    later(1)
    await tidy()
    expect(await epochOf(owner)).toBe(epoch)
    expect(await epochOf(await withKey())).toBe(epoch)
    expect(await open(owner)).toEqual(key)
    // The root alone opens nothing.
    const dump = JSON.stringify(await Promise.all(tables.map(copyOf)))
    expect(dump).not.toContain(await saltOf(epoch))
  })

  it('is replaced after 29 days, and its salt is deleted 7 days after the last key under it', async () => {
    const owner = await withKey()
    const key = await open(owner)
    const [epoch = ''] = await epochs()
    const restore = await copyVault()
    const begun = start.getTime()

    at = new Date(begun + 29 * dayMs - 1)
    await tidy()
    expect(await epochs()).toEqual([epoch])
    at = new Date(begun + 29 * dayMs)
    await tidy()
    expect(await epochs()).toHaveLength(2)
    expect(await epochOf(owner)).toBe(epoch)
    later(10 * minuteMs)
    await tidy()
    expect(await epochOf(owner)).not.toBe(epoch)
    const emptied = at.getTime()

    at = new Date(emptied + 7 * dayMs - 1)
    await tidy()
    expect(await saltOf(epoch)).not.toBeNull()
    at = new Date(emptied + 7 * dayMs)
    await tidy()
    expect(await saltOf(epoch)).toBeNull()
    expect(await epochs()).not.toContain(epoch)
    expect(await open(owner)).toEqual(key)

    // On day 37 a copy from any day of that epoch, put back beside today's secret, opens nothing.
    expect(at.getTime()).toBeLessThan(begun + 37 * dayMs)
    const now = await copyVault()
    await restore()
    expect(await open(owner)).toEqual({ refused: 'broken-key' })
    await now()
    expect(await open(owner)).toEqual(key)
  })

  it('is replaced at once if a new root is current, and then the old root is not needed', async () => {
    const owner = await withKey()
    const key = await open(owner)
    const both = vaultWith({ k1: one, k2: two })
    await tidy(both)
    expect(await open(owner, both)).toEqual(key)
    later(10 * minuteMs)
    await tidy(both)
    expect(await open(owner, vaultWith({ k2: two }))).toEqual(key)
    expect(await open(owner, vaultWith({ k1: one }))).toEqual({ refused: 'broken-key' })
    later(7 * dayMs)
    await tidy(both)
    expect(await epochs()).toHaveLength(1)
    await tidy(vaultWith({ k2: two }))
    at = new Date('2031-01-01T00:00:00Z')
  })

  it('ends although one row under it is damaged, and not while a whole one is', async () => {
    const by = vaultWith({ k2: two })
    await tidy(by)
    later(10 * minuteMs)
    await tidy(by)
    const [damaged, whole] = [await withKey(by), await withKey(by)]
    const epoch = await epochOf(damaged)
    await env.VAULT_DB.prepare('UPDATE owner_keys SET wrapped = ? WHERE owner = ?')
      .bind('A'.repeat(80), damaged)
      .run()
    later(29 * dayMs)
    await tidy(by)
    later(10 * minuteMs)
    const late = await rowOf(whole)
    await tidy(by)
    // A key that a slow call stored under the old epoch after it was empty.
    await env.VAULT_DB.prepare('UPDATE owner_keys SET wrapped = ?, wrapping_id = ? WHERE owner = ?')
      .bind(late?.wrapped, late?.wrapping_id, whole)
      .run()
    later(7 * dayMs)
    await tidy(by)
    expect(await epochOf(whole)).not.toBe(epoch)
    expect(await open(whole, by)).toHaveLength(1)
    expect(await open(damaged, by)).toEqual({ refused: 'broken-key' })
    await tidy(by)
    expect(await saltOf(epoch)).toBeNull()
  })

  it('cannot be used without its salt: nothing is made, and nothing is lost', async () => {
    const by = vaultWith({ k2: two })
    const owner = await withKey(by)
    const unreachable = {
      ...by,
      WRAPPING_SALTS: { ...env.WRAPPING_SALTS, get: () => Promise.reject(new Error('away')) },
    } as unknown as VaultConfiguration
    const key = await open(owner, by)
    later(30 * dayMs)
    await tidy(by)
    later(11 * minuteMs)
    // As in an isolate that has not read a salt yet.
    for (const epoch of await epochs()) forgetSalt(epoch)
    await expect(createKeys(unreachable, [anOwner()], at)).rejects.toThrow('away')
    await expect(tidyVault(unreachable, at)).rejects.toThrow('away')
    expect(await open(owner, by)).toEqual(key)
  })
})
