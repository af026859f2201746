import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Bindings } from '../../../worker/env.ts'
import { newId } from '../../../worker/foundation/call/id.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { note } from '../../../worker/foundation/outbox/note.ts'
import { OutsideFailure } from '../../../worker/foundation/outbox/outside-failure.ts'
import { operationTimes } from '../../../worker/foundation/tables.ts'
import { lastMigration } from '../../../worker/insights/health/last-migration.ts'
import { markTick } from '../../../worker/insights/health/mark-tick.ts'
import { reactions } from '../../../worker/reactions.ts'
import { reviews } from '../../../worker/reviews/tables.ts'
import { keepPromises } from '../../../worker/reviews/promise/keep-promises.ts'
import { lastVaultMigration } from '../../../worker/signer/vault/find-database.ts'
import { aDecision, anAward, award, awardedAt } from '../../support/awards.ts'
import { type Person, aProgramme, aStudent, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { theOperator } from '../../support/hiring.ts'
import { aChallenge, aReadyMentor, aSubmission, later, reviewAs } from '../../support/reviews.ts'
import { sql } from '../../support/traffic/rows.ts'

const now = new Date()
const minutesAgo = (minutes: number) => later(now, { minutes: -minutes })
const iso = (minutes: number) => minutesAgo(minutes).toISOString()
const noCount = { n: 0, more: false, since: null }

let operator: Person
const read = async (other: Partial<Bindings> = {}, at = now) =>
  (await operator.client.get('/api/insights/operation', { at, env: other })).body

beforeAll(async () => {
  operator = await theOperator()
})

it('of an instance that has done nothing says that, and what it cannot know is null', async () => {
  const down = { ...env.VAULT, database: () => Promise.reject(new Error('down')) } as never
  expect(await read({ VAULT: down })).toMatchObject({
    tickedAt: null,
    backedUpAt: null,
    due: [0, 1, 2].map((lane) => ({ lane, ...noCount })),
    failing: [],
    brokenPromises: noCount,
    mentorMinutes: { wanted: 0, givenInAWeek: 0 },
    signer: { ok: true },
    unsigned: noCount,
    oldestListSignedAt: null,
    bytes: { vault: null },
    versions: { vault: null },
  })
})

it('says when the cron and the backup last ran', async () => {
  await markTick(env, minutesAgo(4))
  await db.insert(operationTimes).values({ name: 'backup', at: minutesAgo(300) })
  expect(await read()).toMatchObject({ tickedAt: iso(4), backedUpAt: iso(300) })
  const { body } = await operator.client.get('/api/insights/last-tick')
  expect(body).toEqual({ tickedAt: iso(4), foundedAt: expect.stringMatching(/Z$/) })
})

describe('the outbox', () => {
  const call = (minutes: number) => systemCall(env, newId(), minutesAgo(minutes))

  it('is counted by lane: what is due, and since when', async () => {
    await db.batch([
      note(call(5), 'review.settled', newId()),
      note(call(50), 'review.settled', newId()),
      note(call(7), 'employer.applied', newId()),
      note(call(0), 'review.settled', newId(), { dueAt: later(now, { minutes: 1 }) }),
    ])
    expect((await read()).due).toEqual([
      { lane: 0, ...noCount },
      { lane: 1, n: 2, more: false, since: iso(50) },
      { lane: 2, n: 1, more: false, since: iso(7) },
    ])
    await sql('DELETE FROM outbox')
  })

  it('is counted by why it fails while it waits for the next try, and not when it is dead', async () => {
    await db.batch([note(call(30), 'employer.applied', newId())])
    const refused = () => Promise.reject(new OutsideFailure('mail-refused', 'no'))
    await drain(envAt(now, { MAIL: { send: refused } }), reactions)
    const { due, failing } = await read()
    expect(due[2]).toEqual({ lane: 2, ...noCount })
    expect(failing).toEqual([{ problem: 'mail-away', n: 1, more: false, since: iso(30) }])
    await sql('UPDATE outbox SET dead_at = 1 WHERE problem IS NOT NULL')
    expect((await read()).failing).toEqual([])
    await sql('DELETE FROM outbox')
  })

  it('is counted to a thousand, and then says that there is more', async () => {
    await sql(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
       INSERT INTO outbox (id, kind, consumer, lane, subject_id, payload, due_at, first_due_at)
       SELECT 'note-' || i, 'review.settled', 'score', 1, 's', '{}', ?1 - i, ?1 - i FROM n`,
      now.getTime(),
    )
    const [, lane] = (await read()).due
    expect(lane).toMatchObject({ n: 1_000, more: true })
    expect(lane.since).toBe(new Date(now.getTime() - 1_200).toISOString())
    await sql('DELETE FROM outbox')
  })
})

describe('reviews', () => {
  it('past their date are counted, whether the cron saw it or stopped before', async () => {
    const [home, challenge] = [await aProgramme(), await aChallenge()]
    await aReadyMentor(home, challenge)
    const at = later(now, { days: -8 })
    await aSubmission(await aStudent({ in: home }), challenge, { at })
    await aSubmission(await aStudent({ in: home }), challenge)
    const past = { n: 1, more: false, since: at.toISOString() }
    await sql("UPDATE promises SET step = 'missed', due_at = promised_at")
    expect((await read()).brokenPromises).toEqual(past)
    await keepPromises(env, now)
    // The date was moved, and is still a broken promise.
    expect((await read()).brokenPromises).toEqual(past)
    await sql("UPDATE promises SET step = 'over'")
    expect((await read()).brokenPromises).toEqual(noCount)
  })

  it('by mentors: minutes that are wanted against those given in seven days', async () => {
    const askMentors = () => sql("UPDATE submission_queue SET wanted = 1 WHERE kind = 'mentor'")
    expect((await read()).mentorMinutes).toEqual({ wanted: 0, givenInAWeek: 0 })
    await askMentors()
    expect((await read()).mentorMinutes).toEqual({ wanted: 8, givenInAWeek: 0 })

    const [home, challenge] = [await aProgramme(), await aChallenge()]
    const mentor = await aReadyMentor(home, challenge)
    await aSubmission(await aStudent({ in: home }), challenge)
    await askMentors()
    expect((await read()).mentorMinutes).toEqual({ wanted: 12, givenInAWeek: 0 })
    const { reviewId } = await reviewAs(mentor, challenge)
    expect((await read()).mentorMinutes).toEqual({ wanted: 8, givenInAWeek: 4 })
    await db
      .update(reviews)
      .set({ handedInAt: later(now, { days: -8 }) })
      .where(eq(reviews.id, reviewId))
    expect((await read()).mentorMinutes).toEqual({ wanted: 8, givenInAWeek: 0 })
  })
})

it('does not wait for a vault that never answers', async () => {
  const silent = { ...env.VAULT, database: () => new Promise(() => {}) } as never
  expect((await read({ VAULT: silent })).bytes).toEqual({ own: expect.any(Number), vault: null })
})

describe('badges', () => {
  it('that wait for a signature, and the list that was signed longest ago', async () => {
    await anAward(await aStudent())
    expect(await read()).toMatchObject({
      unsigned: noCount,
      oldestListSignedAt: awardedAt.toISOString(),
    })
    await award(await aDecision(await aStudent()))
    expect((await read()).unsigned).toEqual({
      n: 1,
      more: false,
      since: awardedAt.toISOString(),
    })
  })

  it('and whether the signer answers', async () => {
    const down = () => Promise.reject(new Error('down'))
    const { signer } = await read({ SIGNER: { sign: down, publicKeys: down } })
    expect(signer).toEqual({ ok: false, problem: 'signer-away' })
  })
})

it('says how much room is left on the plan, as far as a Worker can know', async () => {
  const { plan, bytes, changesInADay } = await read({ PLAN: 'free' })
  expect(plan).toEqual({
    name: 'free',
    isLocal: true,
    bytes: 500_000_000,
    rowsReadADay: 5_000_000,
    rowsWrittenADay: 100_000,
  })
  expect(bytes.own).toBeGreaterThan(100_000)
  expect(bytes.vault).toBeGreaterThan(10_000)
  const keys = await env.DB.prepare('SELECT count(*) AS n FROM idempotency_keys WHERE at > ?1')
    .bind(now.getTime() - 86_400_000)
    .first<number>('n')
  expect(keys).toBeGreaterThan(0)
  expect(changesInADay).toEqual({ n: keys, more: false })
  const paid = (await read({ PLAN: 'paid' })).plan
  expect(paid).toMatchObject({ name: 'paid', bytes: 10_000_000_000, rowsWrittenADay: null })
})

it('names the versions: of the code, and of what was applied to both databases', async () => {
  expect((await read()).versions).toEqual({
    app: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    applied: lastMigration,
    expected: lastMigration,
    vault: { applied: lastVaultMigration, expected: lastVaultMigration },
  })
})

it('holds no address, no name and no id', async () => {
  const text = JSON.stringify(await read())
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
  expect(text).not.toMatch(/@|Person /)
})
