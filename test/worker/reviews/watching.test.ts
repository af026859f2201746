import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { accounts } from '../../../worker/accounts/tables.ts'
import { submissions } from '../../../worker/attempts/tables.ts'
import { auditEntries } from '../../../worker/audit/tables.ts'
import { endOfDay } from '../../../worker/foundation/reader/end-of-day.ts'
import { idempotencyKeys } from '../../../worker/foundation/tables.ts'
import { promises, submissionQueue } from '../../../worker/reviews/tables.ts'
import { watchPromises } from '../../../worker/reviews/promise/watch-promises.ts'
import { aMentor, aProgramme, aStudent, db, type Organization } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { countingRows } from '../../support/counting-rows.ts'
import { mailbox } from '../../support/mailbox.ts'
import {
  aChallenge,
  aPeer,
  aSubmission,
  claimAs,
  later,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { leave } from '../../support/traffic/rows.ts'

const waitingIn = async (home: Organization, challenge: TestChallenge, count: number) => {
  for (let n = 0; n < count; n++) await aSubmission(await aStudent({ in: home }), challenge)
}

const promiseOf = (submissionId: string) =>
  db.select().from(promises).where(eq(promises.submissionId, submissionId)).get()

const written = async () => [await db.$count(auditEntries), await db.$count(idempotencyKeys)]

/** Checks all promises that are due, and returns what it cost. */
async function lookAt(now: Date) {
  const { DB, cost } = countingRows(env.DB)
  let seen = 0
  for (let more = 1; more > 0; seen += more) more = await watchPromises(envAt(now, { DB }), now)
  return { ...cost, seen }
}

describe('while nothing changes', () => {
  it.each([
    ['nobody can decide', false],
    ['a date holds', true],
  ])('and %s, two days of checks write no audit entry and no key', async (_, hasMentor) => {
    const home = await aProgramme()
    if (hasMentor) await aMentor({ in: home })
    const { id, at } = await aSubmission(await aStudent({ in: home }), await aChallenge())
    await tickAt(later(at, { minutes: 2 }))
    await settle(later(at, { minutes: 3 }))
    const before = await written()
    for (let hours = 2; hours <= 50; hours++) await tickAt(later(at, { hours, minutes: 2 + hours }))
    expect(await written()).toEqual(before)
    const promise = await promiseOf(id)
    expect(Number(promise?.watchAt)).toBeGreaterThan(later(at, { hours: 51 }).getTime())
    expect(promise?.waitsFor).toBe(hasMentor ? null : 'mentor')
  })

  it('a check of 120 waiting promises writes two rows for each, the row and its index', async () => {
    const [home, challenge] = [await aProgramme(), await aChallenge()]
    const mentor = await aMentor({ in: home })
    const at = new Date()
    await waitingIn(home, challenge, 120)
    await leave(mentor)
    const first = await lookAt(later(at, { hours: 200 }))
    // Everybody is told that there is no date, and that is written once.
    expect(first.written).toBeGreaterThan(120 * 6)
    const { seen, written: rows } = await lookAt(later(at, { hours: 202 }))
    expect(seen).toBeGreaterThanOrEqual(120)
    expect(rows).toBeLessThanOrEqual(2 * seen)
  })
})

it('a change is stored with its audit entry, and the others are checked although one fails', async () => {
  const [home, challenge] = [await aProgramme(), await aChallenge()]
  const mentor = await aMentor({ in: home })
  const { id, at } = await aSubmission(await aStudent({ in: home }), challenge)
  const { id: other } = await aSubmission(await aStudent({ in: home }), challenge)
  await leave(mentor)
  await env.DB.exec(
    `CREATE TRIGGER fails BEFORE UPDATE ON promises WHEN new.submission_id = '${id}'
     BEGIN SELECT RAISE(ABORT, 'no'); END`.replaceAll('\n', ' '),
  )
  const now = later(at, { minutes: 2 })
  await expect(watchPromises(envAt(now), now)).rejects.toThrow()
  await env.DB.exec('DROP TRIGGER fails')
  expect((await promiseOf(id))?.waitsFor).toBeNull()
  expect((await promiseOf(other))?.waitsFor).toBe('mentor')
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, other))
  expect(entries.map(({ action, detail }) => [action, detail])).toContainEqual([
    'promise.watched',
    '{"lacking":"mentor"}',
  ])
})

it.each(['Pacific/Auckland', 'America/Los_Angeles'])(
  'a date that holds again is the end of the third day of the author, in %s',
  async (zone) => {
    const home = await aProgramme()
    const student = await aStudent({ in: home })
    await db.update(accounts).set({ zone }).where(eq(accounts.id, student.id))
    const { id, at } = await aSubmission(student, await aChallenge())
    await tickAt(later(at, { minutes: 2 }))
    await aMentor({ in: home })
    const comes = later(at, { days: 6 })
    await tickAt(comes)
    const again = endOfDay(comes, 3, zone)
    expect((await promiseOf(id))?.promisedAt).toEqual(again)
    const row = await db.select().from(submissions).where(eq(submissions.id, id)).get()
    expect(row?.promisedAt).toEqual(again)
    const text = mailbox.findLast(({ to }) => to === student.email)?.text
    expect(text).toMatch(/23:59|11:59/)
  },
)

describe('the search for people who could decide', () => {
  it('uses only indexes, and reads no more rows while hundreds review elsewhere', async () => {
    const [home, challenge] = [await aProgramme(), await aChallenge()]
    await aMentor({ in: home })
    const at = new Date()
    await waitingIn(home, challenge, 40)
    const [elsewhere, other] = [await aProgramme(), await aChallenge()]
    const reviewElsewhere = async (count: number) => {
      await waitingIn(elsewhere, other, count / 2)
      await db
        .update(submissionQueue)
        .set({ wanted: 20 })
        .where(eq(submissionQueue.challengeId, other.id))
      for (let n = 0; n < count; n++) await claimAs(await aPeer(elsewhere, other), other)
      await db
        .update(promises)
        .set({ step: 'over' })
        .where(eq(promises.organizationId, elsewhere.id))
    }
    // A walk along an index ends on one row of the neighbour, if there is one. So there are some.
    await reviewElsewhere(4)
    await lookAt(later(at, { hours: 300 }))
    const quiet = await lookAt(later(at, { hours: 302 }))
    expect(quiet.plan.filter((step) => /^SCAN (?!wanted|json_each|\()/.test(step))).toEqual([])

    await reviewElsewhere(40)
    const busy = await lookAt(later(at, { hours: 304 }))
    expect(busy.seen).toBe(quiet.seen)
    // Ids are random, so it may be another row.
    expect(Math.abs(busy.read - quiet.read)).toBeLessThan(5)
    expect(busy.read / busy.seen).toBeLessThanOrEqual(60)
  })
})
