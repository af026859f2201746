import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'

import { aProgramme, aStudent, anAdmin, type Person } from '../../support/builders.ts'
import { countingRows } from '../../support/counting-rows.ts'
import { liftRateLimits } from '../../support/traffic.ts'

liftRateLimits()

const dayMs = 86_400_000
const today = Date.now() - (Date.now() % dayMs)
const perDay = 3_000
const here = { admin: {} as Person, quiet: {} as Person, student: {} as Person }

/** `perDay` entries on each of three days, today included; three by students for one by staff. */
beforeAll(async () => {
  const home = await aProgramme()
  here.admin = await anAdmin({ in: home })
  here.quiet = await anAdmin({ in: home })
  here.student = await aStudent({ in: home })
  const days = [today - dayMs, today - 2 * dayMs, today].map(
    (start) => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${perDay})
      INSERT INTO audit_entries (id, at, actor_id, membership_id, organization_id, action, subject_id,
        request_id, detail, named_at, area)
      SELECT lower(printf('%s-%s-4000-8000-%s', hex(randomblob(4)), hex(randomblob(2)), hex(randomblob(6)))),
        ${start} + i * 20, CASE i % 4 WHEN 0 THEN '${here.admin.id}' ELSE '${here.student.id}' END, NULL,
        '${home.id}', CASE i % 4 WHEN 0 THEN 'organization.saved' ELSE 'attempt.turn-taken' END,
        CASE i % 4 WHEN 0 THEN '${home.id}' ELSE 'attempt' END, 'r', '{}',
        CASE i % 4 WHEN 0 THEN ${start} + i * 20 ELSE 0 END,
        CASE i % 4 WHEN 0 THEN 'organizations' ELSE 'answers' END FROM n`,
  )
  await env.DB.batch(days.map((day) => env.DB.prepare(day)))
})

async function read(query: string) {
  const { DB, cost } = countingRows(env.DB, { plans: 'later' })
  const answer = await here.admin.client.get(`/api/audit-entries?${query}`, {
    at: new Date(today + dayMs - 60_000),
    env: { DB },
  })
  expect(answer.status, answer.text).toBe(200)
  return { ...answer.body, rows: cost.read }
}

const yesterday = new Date(today - dayMs).toISOString().slice(0, 10)
const onDay = `fromDay=${yesterday}&untilDay=${yesterday}`

it.each([
  ['no filter', () => ''],
  ['a day', () => onDay],
  ['an area', () => 'area=organizations'],
  ['an area of students', () => 'area=answers'],
  ['a person', () => `actorId=${here.admin.id}`],
  ['a person on a day', () => `actorId=${here.admin.id}&${onDay}`],
  ['a thing', () => `subjectId=${here.admin.organizationId}`],
])('with %s, a page reads about as many rows as it shows, however far on', async (_, filter) => {
  let query = filter()
  for (let page = 0; page < 40; page++) {
    const { entries, next, rows } = await read(query)
    expect(entries.length).toBeGreaterThan(0)
    expect(rows, query).toBeLessThanOrEqual(250)
    if (next === null) break
    const further = filter().replace(/&untilDay=.*/, '')
    query = `${further}&untilDay=${next.untilDay}${next.after ? `&after=${next.after}` : ''}`
  }
})

it('first lists the entries of a day with a name, and continues with the others', async () => {
  const { entries: named } = await read(onDay)
  expect(named.every((entry: { at: string | null }) => entry.at !== null)).toBe(true)
  let query = onDay
  let seen = 0
  const ids = new Set<string>()
  for (;;) {
    const { entries, next } = await read(query)
    seen += entries.length
    for (const { id } of entries) ids.add(id)
    if (next === null) break
    query = `${onDay}&after=${next.after}`
  }
  expect([seen, ids.size]).toEqual([perDay, perDay])
})

it.each([
  ['somebody who did nothing', () => `actorId=${here.quiet.id}`],
  ['a student', () => `actorId=${here.student.id}`],
  ['what is theirs', () => 'subjectId=attempt'],
  ['an area in which nothing was', () => 'area=cohorts'],
])('finds nothing of %s without scanning all entries', async (_, filter) => {
  const { entries, rows } = await read(filter())
  expect(entries).toEqual([])
  expect(rows).toBeLessThanOrEqual(30)
})
