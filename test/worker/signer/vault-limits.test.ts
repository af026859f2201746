import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'

import type { Owner } from '../../../worker/foundation/crypto/owner.ts'
import type { OpenOutcome } from '../../../worker/signer/vault/binding.ts'
import { createKeys } from '../../../worker/signer/vault/create-keys.ts'
import { destroyKey } from '../../../worker/signer/vault/destroy-key.ts'
import { openKeys } from '../../../worker/signer/vault/open-keys.ts'
import { anOwner, plansOf, vault } from '../../support/vault.ts'

const minuteMs = 60_000

const opened = (outcome: OpenOutcome) => ('refused' in outcome ? outcome : outcome.keys.length)
const alarmAt = (at: Date) =>
  env.VAULT_DB.prepare('SELECT refused FROM vault_alarms WHERE minute = ?')
    .bind(Math.floor(at.getTime() / minuteMs))
    .first('refused')

/** Owners that have a key; made in calls of a hundred. */
async function withKeys(count: number, at: Date): Promise<Owner[]> {
  const all = Array.from({ length: count }, anOwner)
  for (let first = 0; first < count; first += 100) {
    await createKeys(vault, all.slice(first, first + 100), at)
  }
  return all
}

it('opens 2,000 different owners in a minute; the next one is refused and raises the alarm', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const at = new Date('2031-05-01T10:00:00Z')
  const people = await withKeys(2_001, at)
  const [first, last] = [people.slice(0, 2_000), people.slice(2_000)]
  for (let page = 0; page < 20; page++) {
    const some = first.slice(page * 100, page * 100 + 100)
    // Opening somebody again in the same minute does not count.
    for (const _ of [1, 2]) expect(opened(await openKeys(vault, some, at))).toBe(100)
  }
  expect(await alarmAt(at)).toBeNull()

  const late = new Date(at.getTime() + minuteMs - 1)
  expect(await openKeys(vault, last, late)).toEqual({ refused: 'too-many' })
  expect(await openKeys(vault, [...first.slice(0, 9), ...last], late)).toEqual({
    refused: 'too-many',
  })
  expect(opened(await openKeys(vault, first.slice(0, 100), late))).toBe(100)
  expect(await alarmAt(at)).toBe(2)
  const alarm = { level: 'error', event: 'vault.alarm', minute: at.getTime() / minuteMs }
  expect(log.mock.calls).toEqual([[JSON.stringify(alarm)]])
  log.mockRestore()

  expect(opened(await openKeys(vault, last, new Date(late.getTime() + 1)))).toBe(1)
})

it('lets no more through if many calls come at once', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const at = new Date('2031-05-02T10:00:00Z')
  const people = await withKeys(2_500, at)
  const calls = Array.from({ length: 25 }, (_, page) =>
    openKeys(vault, people.slice(page * 100, page * 100 + 100), at),
  )
  const outcomes = (await Promise.all(calls)).map(opened)
  expect(outcomes.filter((outcome) => outcome === 100)).toHaveLength(20)
  expect(await alarmAt(at)).toBe(5)
  log.mockRestore()
})

it('refuses through the binding too, and keeps the alarm', async () => {
  const owner = anOwner()
  await env.VAULT.create([owner])
  const minute = Math.floor(Date.now() / minuteMs)
  // This minute and the next, in case it ends during the test.
  const minutes = [minute, minute + 1]
  const run = (sql: string) => env.VAULT_DB.prepare(sql).bind(JSON.stringify(minutes)).run()
  try {
    await run(
      `INSERT INTO opened_counts SELECT value, 2000 FROM json_each(?) WHERE true
       ON CONFLICT (minute) DO UPDATE SET owners = 2000`,
    )
    expect(await env.VAULT.open([owner])).toEqual({ refused: 'too-many' })
    const alarms = await run(
      'SELECT * FROM vault_alarms WHERE minute IN (SELECT value FROM json_each(?))',
    )
    expect(alarms.results).toMatchObject([{ refused: 1 }])
  } finally {
    await run('DELETE FROM opened_counts WHERE minute IN (SELECT value FROM json_each(?))')
  }
  expect(opened(await env.VAULT.open([owner]))).toBe(1)
})

it('does not count an owner without a key', async () => {
  const at = new Date('2031-05-03T10:00:00Z')
  for (let page = 0; page < 3; page++) {
    const strangers = Array.from({ length: 100 }, anOwner)
    expect(await openKeys(vault, strangers, at)).toMatchObject({ keys: [], unknown: strangers })
  }
  const [known = anOwner()] = await withKeys(1, at)
  await openKeys(vault, [known], at)
  const count = await env.VAULT_DB.prepare('SELECT owners FROM opened_counts WHERE minute = ?')
    .bind(at.getTime() / minuteMs)
    .first('owners')
  expect(count).toBe(1)
})

it('finds every row by an index, however many owners there are', async () => {
  const prepare = vi.spyOn(env.VAULT_DB, 'prepare')
  const at = new Date('2031-05-04T10:00:00Z')
  const [owner = anOwner()] = await withKeys(1, at)
  await openKeys(vault, [owner], at)
  await destroyKey(vault, owner, at)
  const statements = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  expect(statements.length).toBeGreaterThan(6)
  // Only the list that was asked for is read from end to end, and `wrapping_epochs`: two or three rows.
  const scans = (await plansOf(statements)).filter((detail) => detail.startsWith('SCAN'))
  expect(
    scans.filter((detail) => !/^SCAN (?:json_each|CONSTANT|wrapping_epochs)/.test(detail)),
  ).toEqual([])
})
