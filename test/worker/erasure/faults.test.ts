import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'

import { eraseAccounts } from '../../../worker/insights/erasure/erase-accounts.ts'
import { exportOf } from '../../support/archive.ts'
import { allRows } from '../../support/all-rows.ts'
import { beforeCommit } from '../../support/before-commit.ts'
import { aStudent, type Person } from '../../support/builders.ts'
import { Client, envAt } from '../../support/client.ts'
import { countingDb } from '../../support/counting-db.ts'
import { askErasure, days } from '../../support/erasing.ts'
import { type Fault, failingDb } from '../../support/failing-db.ts'
import { aVisibleStudent } from '../../support/hiring.ts'
import { settle } from '../../support/settle.ts'
import { signIn } from '../../support/traffic/world.ts'

vi.spyOn(console, 'warn').mockImplementation(() => {})
vi.spyOn(console, 'error').mockImplementation(() => {})

const faults = ['before', 'after', 'overloaded'] as const

const one = (sql: string, ...values: string[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .first<number>('n')

/** What an erasure that was asked for leaves: the row, its audit entry, and a note per consumer. */
async function effectsOf({ id }: Pick<Person, 'id'>) {
  return {
    erasures: await one(
      'SELECT count(*) AS n FROM erasures WHERE account_id = ? AND undone_at IS NULL',
      id,
    ),
    entries: await one(
      `SELECT count(*) AS n FROM audit_entries WHERE action = 'account.erasure-asked' AND subject_id = ?`,
      id,
    ),
    notes: await one(
      `SELECT count(*) AS n FROM outbox WHERE kind = 'erasure.asked' AND subject_id = ?`,
      id,
    ),
    hidden: await one('SELECT count(*) AS n FROM accounts WHERE id = ? AND disabled_at > 0', id),
  }
}
const once = { erasures: 1, entries: 1, notes: 3, hidden: 1 }
const never = { erasures: 0, entries: 0, notes: 0, hidden: 0 }

describe.each<Fault>(faults)('a round trip that fails: %s', (fault) => {
  it('asking: an answer means that it is done; else asking again does it once', async () => {
    const counting = countingDb(env.DB)
    const counted = await (
      await aStudent()
    ).client.post(
      '/api/erasure',
      {},
      {
        env: { DB: counting.DB },
      },
    )
    expect(counted.status).toBe(201)
    for (let n = 1; n <= counting.trips(); n++) {
      const student = await aStudent()
      const headers = { 'idempotency-key': crypto.randomUUID() }
      const ask = (DB: typeof env.DB) =>
        student.client.post('/api/erasure', {}, { headers, env: { DB } })
      const { status } = await ask(failingDb(env.DB, n, fault))
      const after = await effectsOf(student)
      expect([n, status, after]).toEqual([
        n,
        status,
        status === 201 || (fault === 'after' && after.erasures === 1) ? once : never,
      ])
      if (after.erasures === 1) continue
      expect((await ask(env.DB)).status).toBe(201)
      expect(await effectsOf(student)).toEqual(once)
    }
  })

  it('keeping the account: all or nothing, and the link works again', async () => {
    const counting = countingDb(env.DB)
    const first = await askErasure(await aStudent())
    await new Client().delete(`/api/erasures/${first.token}`, { env: { DB: counting.DB } })
    for (let n = 1; n <= counting.trips(); n++) {
      const student = await aStudent()
      const { token } = await askErasure(student)
      const path = `/api/erasures/${token}`
      const { status } = await new Client().delete(path, {
        env: { DB: failingDb(env.DB, n, fault) },
      })
      const { state } = (await new Client().get(path)).body
      const { hidden } = await effectsOf(student)
      expect(['waiting 1', 'undone 0']).toContain(`${state} ${hidden}`)
      if (status === 204) expect(state).toBe('undone')
      if (state === 'waiting') expect((await new Client().delete(path)).status).toBe(204)
    }
  })

  it('erasing: all rows or none, and the next minute does the rest', async () => {
    const student = await aVisibleStudent()
    const { dueAt } = await askErasure(student)
    const state = async () =>
      env.DB.prepare('SELECT erased_at, name, email FROM accounts WHERE id = ?')
        .bind(student.id)
        .first<{ erased_at: number | null; name: string | null; email: string }>()
    for (let n = 1; n <= 2; n++) {
      await eraseAccounts(envAt(dueAt, { DB: failingDb(env.DB, n, fault) }), dueAt).catch(() => {})
      const row = await state()
      expect(row?.erased_at === null).toBe(row?.email !== '')
    }
    await eraseAccounts(envAt(dueAt), dueAt)
    expect(await state()).toEqual({ erased_at: dueAt.getTime(), name: null, email: '' })
    const n = await one(
      `SELECT count(*) AS n FROM audit_entries WHERE action = 'account.erased' AND subject_id = ?`,
      student.id,
    )
    expect(n).toBe(1)
  })
})

describe('a table that refuses', () => {
  it.each([
    'erasures',
    'accounts',
    'consent_withdrawals',
    'credentials',
    'outbox',
    'audit_entries',
  ])('%s: asking leaves no row', async (table) => {
    const student = await aVisibleStudent()
    await env.DB.prepare(
      `UPDATE credentials SET published_at = 1 WHERE student_id = '${student.id}'`,
    ).run()
    const client = await signIn(student)
    const before = await allRows()
    const event = ['erasures', 'consent_withdrawals', 'outbox', 'audit_entries'].includes(table)
      ? 'INSERT'
      : 'UPDATE'
    await env.DB.prepare(
      `CREATE TRIGGER broken BEFORE ${event} ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    ).run()
    try {
      expect((await client.post('/api/erasure', {})).status).toBe(500)
    } finally {
      await env.DB.prepare('DROP TRIGGER broken').run()
    }
    const after = await allRows()
    const changed = Object.keys(after).filter((name) => after[name] !== before[name])
    // A counter of tries and the time of the visit are no part of the commit.
    expect(changed.filter((name) => !/^(?:counters|sessions)$/.test(name))).toEqual([])
    expect((await client.post('/api/erasure', {})).status).toBe(201)
  })
})

describe('an export', () => {
  it('that is read while the erasure begins is whole, and the last one', async () => {
    const student = await aVisibleStudent({ name: 'Tomasz Wrona' })
    const other = await signIn(student)
    let files: Record<string, string> = {}
    const DB = beforeCommit(env.DB, async () => {
      files = await exportOf(other)
    })
    expect((await student.client.post('/api/erasure', {}, { env: { DB } })).status).toBe(201)
    expect(Object.keys(files)).toContain('account.json')
    expect((await other.get('/api/export')).status).toBe(401)
  })

  it('is not there after it', async () => {
    const student = await aStudent()
    const client = await signIn(student)
    const { dueAt } = await askErasure(student)
    await eraseAccounts(envAt(dueAt), dueAt)
    await settle(days(dueAt, 1))
    expect((await client.get('/api/export')).status).toBe(401)
  })
})
