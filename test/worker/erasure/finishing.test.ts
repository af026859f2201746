import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { isValid, type Signed } from '../../../tools/restore/verify-credential.ts'
import { findErasure } from '../../../worker/accounts/erasure/find-erasure.ts'
import { undoErasure } from '../../../worker/accounts/erasure/undo-erasure.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { eraseAccounts } from '../../../worker/insights/erasure/erase-accounts.ts'
import { personalRows } from '../../../worker/insights/personal/register.ts'
import { aProgramme, aStudent, type Person } from '../../support/builders.ts'
import { Client, envAt, stubs } from '../../support/client.ts'
import { askErasure, days } from '../../support/erasing.ts'
import { aVisibleStudent } from '../../support/hiring.ts'
import { accept, aDeliveredRequest, anAsking, type Delivered } from '../../support/interviewing.ts'
import { codeFor } from '../../support/mailbox.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aSubmission,
  handedIn,
  hasPractised,
  later,
  requestReviewsFor,
  reviewAs,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { didOf, isRevoked, type WithStatus } from '../../support/verifying.ts'

const count = (sql: string, ...values: (string | number)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .first<number>('n')

const erase = (at: Date) => eraseAccounts(envAt(at), at)
const erasedAt = (id: string) =>
  env.DB.prepare('SELECT erased_at AS at FROM accounts WHERE id = ?')
    .bind(id)
    .first<number | null>('at')

/** Every text cell of every table that has this in it, as `table.column`. */
async function cellsWith(needle: string): Promise<string[]> {
  const { results: columns } = await env.DB.prepare(
    `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND c.type = 'TEXT'`,
  ).all<{ table: string; column: string }>()
  const found = await Promise.all(
    columns.map(async ({ table, column }) => {
      const n = await count(
        `SELECT count(*) AS n FROM ${table} WHERE instr(${column}, ?) > 0`,
        needle,
      )
      return n ? [`${table}.${column}`] : []
    }),
  )
  return found.flat()
}

const home = await aProgramme({ name: 'Harbour College' })
let asked: Delivered
let erased: Person & { credentialIds: string[] }
let author: Person
let written: { attemptId: string; before: string }
/** The badge as its holder downloaded it before. */
let copy: Signed & WithStatus & { id: string; issuer: { id: string } }
let due: Date

/**
 * One person with everything: an answer that others reviewed, a review of somebody else, a badge,
 * visibility, an accepted interview with messages, drafts, settings.
 */
beforeAll(async () => {
  const challenge = await aChallenge()
  erased = await aVisibleStudent({ in: home, name: 'Wilhelmina Achterberg' })
  author = await aStudent({ in: home, name: 'Leila Haddad' })
  const start = later(new Date(), { days: -3 })
  await aSubmission(author, challenge, { at: start })
  const own = await handedIn(erased, challenge, { at: later(start, { hours: -1 }) })
  await hasPractised(erased, challenge)
  await reviewAs(erased, challenge, { at: later(start, { hours: 1 }) })
  await reviewAs(await aPeer(home, challenge), challenge, { at: later(start, { hours: 2 }) })
  await settle(later(start, { hours: 3 }))
  await reviewAs(await aReadyMentor(home, challenge), challenge, {
    at: later(start, { hours: 4 }),
  })
  await settle(later(start, { hours: 6 }))

  await requestReviewsFor(own.id, later(start, { hours: 7 }))
  await reviewAs(await aPeer(home, challenge), challenge, { at: later(start, { hours: 8 }) })
  await settle()

  asked = await aDeliveredRequest(await anAsking(undefined, erased))
  expect((await accept(asked)).status).toBe(201)
  await erased.client.post(`${asked.path}/messages`, { words: 'Is there a lift to your floor?' })
  await asked.recruiter.client.post(`${asked.path}/messages`, { words: 'Yes, on the left.' })
  await settle()

  copy = (await erased.client.get(`/api/credentials/${erased.credentialIds[0]}/document`)).body
  const attemptId = await env.DB.prepare('SELECT id FROM attempts WHERE student_id = ?')
    .bind(author.id)
    .first<string>('id')
  await env.DB.prepare("UPDATE delayed_results SET opened_at = 1, opened_by = 'time'").run()
  const result = await author.client.get(`/api/attempts/${attemptId}/result`)
  expect(result.body.criteria).not.toEqual([])
  written = { attemptId: attemptId ?? '', before: JSON.stringify(result.body.criteria) }
  due = (await askErasure(erased)).dueAt
})

describe('a second before it is due', () => {
  it('nothing is erased', async () => {
    await erase(new Date(due.getTime() - 1_000))
    expect(await erasedAt(erased.id)).toBe(null)
    expect(await cellsWith(`account:${erased.id}|`)).toContain('submissions.answers')
  })
})

describe('when it is due', () => {
  beforeAll(async () => {
    await erase(due)
    await settle(due)
  })

  it('leaves no text that only this person could read, and no key that opens it', async () => {
    expect(await erasedAt(erased.id)).toBe(due.getTime())
    expect(await cellsWith(`account:${erased.id}|`)).toEqual([])
    const opened = await env.VAULT.open([`account:${erased.id}`])
    expect(opened).toMatchObject({ keys: [], gone: [`account:${erased.id}`] })
    const made = await env.VAULT.create([`account:${erased.id}`])
    expect(made).toMatchObject({ ready: [] })
  })

  it('leaves no row that the register deletes', async () => {
    const left = await Promise.all(
      personalRows
        .filter((rows) => rows.erase === 'delete')
        .map(async ({ table, of }) => {
          const n = await count(`SELECT count(*) AS n FROM ${table} WHERE ${of}`, erased.id)
          return n ? [table] : []
        }),
    )
    expect(left.flat()).toEqual([])
  })

  it('leaves an account of which nothing can be told', async () => {
    const row = await env.DB.prepare('SELECT * FROM accounts WHERE id = ?').bind(erased.id).first()
    expect(row).toMatchObject({ email: '', name: null, birth_year: null, reading: '{}' })
    expect(JSON.stringify(row)).not.toContain('Achterberg')
  })

  it('keeps the levels that this person gave, in the result of the other', async () => {
    const result = await author.client.get(`/api/attempts/${written.attemptId}/result`)
    expect(result.status).toBe(200)
    expect(JSON.stringify(result.body.criteria)).toBe(written.before)
  })

  it('keeps the badge as a hash and a status, so that a copy still verifies', async () => {
    const row = await env.DB.prepare('SELECT * FROM credentials WHERE id = ?')
      .bind(erased.credentialIds[0])
      .first()
    expect(row).toMatchObject({ slot_values: '{}', shown_name: null, published_at: null })
    expect(row).toMatchObject({ state: 'signed', ended_at: null })
    expect(row?.document_hash).toMatch(/^[0-9a-f]{64}$/)
    const did = await didOf(copy.issuer.id.split(':').at(-1) ?? '')
    expect([await isValid(copy, did), await isRevoked(copy)]).toEqual([true, false])
    expect(await isValid({ ...copy, name: 'Another name' }, did)).toBe(false)
    expect((await new Client().get(new URL(copy.id).pathname)).status).toBe(404)
  })

  it('leaves the employer its record without the person: pages still open', async () => {
    const { client } = asked.recruiter
    const read = await client.get(asked.path)
    expect([read.status, read.body.request.state]).toEqual([200, 'cancelled'])
    expect(read.text).not.toMatch(/Achterberg|lift to your floor/)
    expect((await client.get('/api/interview-requests')).status).toBe(200)
    const wrote = await client.post(`${asked.path}/messages`, { words: 'See you on Monday.' })
    expect(wrote.status).toBe(409)
  })

  it('frees the address: the same person can begin anew', async () => {
    const browser = new Client()
    await browser.post('/api/sign-ins', { email: erased.email })
    await settle()
    const code = codeFor(erased.email)
    const opened = await browser.post('/api/session', { by: 'code', code, sharedComputer: false })
    expect(opened.status).toBe(201)
    const { body } = await browser.get('/api/account')
    expect([body.name, (await browser.get('/api/credentials')).body.credentials]).toEqual([
      null,
      [],
    ])
  })

  it('changes nothing when it runs again, and the clock finds nothing to repair', async () => {
    const entries = () =>
      count(
        `SELECT count(*) AS n FROM audit_entries WHERE action = 'account.erased' AND subject_id = ?`,
        erased.id,
      )
    expect(await entries()).toBe(1)
    await erase(days(due, 1))
    await tickAt(days(due, 2))
    expect(await entries()).toBe(1)
    const dead = env.DB.prepare(
      'SELECT kind, consumer, problem FROM outbox WHERE dead_at IS NOT NULL',
    )
    expect((await dead.all()).results).toEqual([])
  })
})

describe('the link against the end of the term', () => {
  it.each([1, 2, 3, 4, 5])('one of them wins, run %i', async () => {
    const student = await aStudent()
    const { token, dueAt } = await askErasure(student)
    const call = systemCall(envAt(), crypto.randomUUID(), new Date(dueAt.getTime() - 1))
    const erasure = await findErasure(call, token)
    if (!erasure) throw new Error('There is no erasure.')
    const [undone, finished] = await Promise.allSettled([undoErasure(call, erasure), erase(dueAt)])
    const row = await env.DB.prepare(
      `SELECT e.undone_at, e.finished_at, a.disabled_at, a.erased_at FROM erasures e
       JOIN accounts a ON a.id = e.account_id WHERE e.id = ?`,
    )
      .bind(erasure.id)
      .first<Record<string, number | null>>()
    if (undone.status === 'fulfilled') {
      expect(row).toMatchObject({ finished_at: null, disabled_at: null, erased_at: null })
    } else {
      expect(finished.status).toBe('fulfilled')
      expect(row).toMatchObject({ undone_at: null, erased_at: dueAt.getTime() })
    }
  })
})

describe('while the vault is away', () => {
  it('the rows are erased, and the key is destroyed when the vault is back', async () => {
    const student = await aStudent({ name: 'Otto Lindqvist' })
    const { dueAt } = await askErasure(student)
    const owner = `account:${student.id}` as const
    const away = { ...env.VAULT, destroy: () => Promise.reject(new Error('away')) }
    Object.assign(stubs, { VAULT: away })
    try {
      await erase(dueAt)
      await settle(dueAt)
    } finally {
      delete stubs.VAULT
    }
    expect(await erasedAt(student.id)).toBe(dueAt.getTime())
    expect(await env.VAULT.open([owner])).toMatchObject({ keys: [{ owner }] })
    await settle(days(dueAt, 1))
    expect(await env.VAULT.open([owner])).toMatchObject({ keys: [], gone: [owner] })
  })
})
