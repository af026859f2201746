import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { endOldRows } from '../../../worker/end-old-rows.ts'
import { monthsLater } from '../../../worker/foundation/reader/months-later.ts'
import { retention } from '../../../worker/insights/personal/retention.ts'
import { termsOf } from '../../../worker/insights/personal/term.ts'
import { partsOfRequest } from '../../../worker/insights/personal/terms-of-requests.ts'
import { accept, aDeliveredRequest, anAsking, type Delivered } from '../../support/interviewing.ts'

const parts = Object.entries(retention).flatMap(([table, term]) =>
  'endsWith' in term && term.endsWith === 'interview_requests' ? [table] : [],
)
const day = 86_400_000
/** Long ago, so that nothing else in this database is as old. */
const then = Date.now() - 2_000 * day
const over = monthsLater(new Date(then), 24).getTime()
const purge = (at: number) => endOldRows(env, new Date(at))
let delivered: Delivered

const run = (sql: string, ...values: (string | number | null)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()
const count = (table: string, where: string, ...values: string[]) =>
  env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)
    .bind(...values)
    .first<number>('n')
const rowsOf = async (requestId: string) =>
  Object.fromEntries(
    await Promise.all(
      parts.map(async (table) => [table, await count(table, 'request_id = ?', requestId)] as const),
    ),
  )

/** A request accepted long ago. */
async function anAcceptedRequest() {
  const request = await aDeliveredRequest()
  expect((await accept(request)).status).toBe(201)
  const { requestId, student, recruiter } = request
  await run('UPDATE disclosures SET at = ? WHERE student_id = ?', then, student.id)
  await run(
    `INSERT INTO outcomes (request_id, version, side, outcome, account_id, at)
     VALUES (?, 9, 'recruiter', 'advance', ?, ?)`,
    requestId,
    recruiter.id,
    then,
  )
  await run('INSERT INTO interview_notes VALUES (?, ?, ?)', requestId, '0|x', then)
  return request
}

const end = (requestId: string) =>
  run(
    "UPDATE interview_requests SET state = 'cancelled', ended_at = ? WHERE id = ?",
    then,
    requestId,
  )

beforeAll(async () => {
  delivered = await anAcceptedRequest()
  await end(delivered.requestId)
})

it('every table that refers to a request is listed, in an order in which rows can be deleted', async () => {
  const { results } = await env.DB.prepare(
    `SELECT DISTINCT s.name AS child, f."table" AS parent FROM sqlite_master s, pragma_foreign_key_list(s.name) f
     WHERE s.type = 'table' AND s.name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`,
  ).all<{ child: string; parent: string }>()
  const whole = ['interview_requests', ...parts]
  const hanging = results.filter(({ parent }) => whole.includes(parent)).map(({ child }) => child)
  // Messages also refer to a request, but have a term of their own.
  expect([...new Set(hanging)].toSorted()).toEqual(partsOfRequest.toSorted())
  for (const { child, parent } of results) {
    if (!partsOfRequest.includes(child) || !partsOfRequest.includes(parent)) continue
    expect(partsOfRequest.indexOf(child), `${child} before ${parent}`).toBeLessThan(
      partsOfRequest.indexOf(parent),
    )
  }
})

describe('24 months after its end', () => {
  it('a request is deleted with all that refers to it; what was logged of it stays', async () => {
    const { requestId, student, path } = delivered
    const before = await rowsOf(requestId)
    for (const [table, n] of Object.entries(before)) expect([table, n]).not.toEqual([table, 0])
    const entries = await count('audit_entries', 'subject_id = ?', requestId)
    expect(entries).toBeGreaterThan(2)
    const consents = await count('consents', 'student_id = ?', student.id)
    await purge(over - 1_000)
    expect(await rowsOf(requestId)).toEqual(before)
    expect((await student.client.get(path)).status).toBe(200)

    await purge(over + 1_000)
    expect(Object.values(await rowsOf(requestId))).toEqual(parts.map(() => 0))
    expect(await count('interview_requests', 'id = ?', requestId)).toBe(0)
    expect((await student.client.get(path)).status).toBe(404)
    expect((await student.client.get('/api/interview-requests')).body.requests).toEqual([])
    expect(await count('audit_entries', 'subject_id = ?', requestId)).toBe(entries)
    expect(await count('consents', 'student_id = ?', student.id)).toBe(consents)
  })

  it('a live one stays however old, with its disclosure', async () => {
    const { requestId, student } = await anAcceptedRequest()
    const before = await rowsOf(requestId)
    const rested = `id = (SELECT disclosure_id FROM interview_requests WHERE id = ?)`
    await purge(then + 1_900 * day)
    expect(await rowsOf(requestId)).toEqual(before)
    expect(await count('disclosures', rested, requestId)).toBe(1)
    expect(await count('disclosures', 'student_id = ?', student.id)).toBe(1)

    await end(requestId)
    // Each minute a run begins with another table, so a disclosure may come before its request.
    for (let run = 0; run < 2; run++) await purge(then + 1_900 * day)
    expect(await count('disclosures', 'student_id = ?', student.id)).toBe(0)
  })

  it('deletes fifty requests at a time, the oldest first', async () => {
    const { openingId, employer, recruiter } = await anAsking()
    const longAgo = then - 900 * day
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
       INSERT INTO interview_requests (id, organization_id, student_id, opening_id, recruiter_id, pseudonym,
         state, version, edition, revisions, created_at, ended_at)
       SELECT printf('old-%02d', i), ?1, ?2, ?3, ?2, 'p', 'withdrawn', 1, 0, 0, ?4, ?4 + i FROM n`,
    )
      .bind(employer.id, recruiter.id, openingId, longAgo)
      .run()
    await run(
      `INSERT INTO interview_events (request_id, version, event, actor, state, edition, at)
       SELECT id, 1, 'create', 'timer', 'draft', 0, created_at FROM interview_requests WHERE id LIKE 'old-%'`,
    )
    const left = async () => [
      await count('interview_requests', "id LIKE 'old-%'"),
      await count('interview_events', "request_id LIKE 'old-%'"),
      await count('interview_requests', "id = 'old-60'"),
    ]
    await purge(longAgo + 800 * day)
    expect(await left()).toEqual([10, 10, 1])
    await purge(longAgo + 800 * day)
    expect(await left()).toEqual([0, 0, 0])
  })
})

it.each(termsOf(retention.interview_requests))(
  'rows that refer to a request are found by an index: $old',
  async ({ old, by, parts: listed }) => {
    for (const table of parts) {
      const { results } = await env.DB.prepare(
        `EXPLAIN QUERY PLAN DELETE FROM ${table} WHERE ${listed?.of} IN (
           SELECT id FROM interview_requests WHERE ${old} ORDER BY ${by} LIMIT 50)`,
      )
        .bind(0)
        .all<{ detail: string }>()
      const plan = results.map(({ detail }) => detail)
      expect(plan.filter((detail) => /^SCAN|TEMP B-TREE/.test(detail))).toEqual([])
    }
  },
)
