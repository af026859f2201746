import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { findAwardFacts } from '../../../worker/credentials/award/find-award-facts.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { notifications } from '../../../worker/notifications/tables.ts'
import { reviewerRecords } from '../../../worker/reviews/calibration-tables.ts'
import { submissionQueue } from '../../../worker/reviews/tables.ts'
import { readInputs } from '../../../worker/scoring/estimate/inputs.ts'
import { findEvidence } from '../../../worker/scoring/reviewer/find-evidence.ts'
import { settleReview } from '../../../worker/scoring/settle-review.ts'
import { decisions, estimates, reviewerSnapshots } from '../../../worker/scoring/tables.ts'
import { aMentor, anAdmin, aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import { plantItem, plantReview } from '../../support/evidence.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aSubmission,
  later,
  openFullResult,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'

const start = new Date('2027-03-01T08:00:00Z')
const all = [1, 2, 3, 4]

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

describe('a reviewer is measured', () => {
  it('by hidden items, and by no agreement with other peers', async () => {
    const peer = await aStudent()
    const item = await plantItem(challenge, all)
    await judge(peer, { itemId: item }, [1, 3, 3, 4])
    // By hand: ¼(2/3 + 3/3 + 2/3 + 2/3).
    const measured = await recordOf(peer)
    expect(measured).toMatchObject({ shift: 0, anchored: 1 })
    expect(measured?.variance).toBeCloseTo(0.75, 12)

    const { author, submission } = await aHandIn()
    await judge(peer, { submissionId: submission.id, authorId: author.id }, 1)
    await judge(await aStudent(), { submissionId: submission.id, authorId: author.id }, 4)
    expect(await recordOf(peer)).toEqual(measured)
  })

  it('by the first mentor who judged the same answer, whoever came first', async () => {
    const { author, submission, home } = await aHandIn()
    const on = { submissionId: submission.id, authorId: author.id }
    const [early, late] = [await aStudent({ in: home }), await aStudent({ in: home })]
    await judge(early, on, [3, 3, 3, 3])
    expect(await recordOf(early)).toBeUndefined()
    await judge(await aMentor({ in: home }), on, [2, 3, 3, 3], 'mentor', later(start, { hours: 1 }))
    // A second mentor's levels anchor nobody.
    await judge(await aMentor({ in: home }), on, [4, 4, 4, 4], 'mentor', later(start, { hours: 2 }))
    await judge(late, on, [2, 3, 3, 3], 'peer', later(start, { hours: 3 }))

    // By hand, with a = 0.28: levels 1 and 4 give 1; level 2 (2 + 1 - 0.28)/3; level 3 (2 - 0.84)/5.
    const [one, two, three, four] = [1, (2 + 1 - 0.28) / 3, (2 - 0.84) / 5, 1]
    expect((await recordOf(early))?.variance).toBeCloseTo((one + two + three + four) / 4, 9)
    const exact = (2 - 0.28) / 3
    expect((await recordOf(late))?.variance).toBeCloseTo((one + exact + three + four) / 4, 9)
  })

  it('by eight public items at most, whose keys anybody can read', async () => {
    const peer = await aStudent()
    for (let given = 0; given < 10; given++) {
      const item = await plantItem(challenge, all)
      await judge(peer, { itemId: item }, all, 'peer', later(start, { hours: given }))
    }
    expect((await recordOf(peer))?.anchored).toBe(8)
  })

  it('by the last 30 reviews of the last 365 days, and by none that was undone', async () => {
    const { author, submission, home } = await aHandIn()
    const peer = await aStudent({ in: home })
    const round = { submissionId: submission.id, pool: home.id, variance: 0.2 }
    const item = await plantItem(challenge, all, round)
    await judge(peer, { itemId: item }, all)
    const on = { submissionId: submission.id, authorId: author.id }
    const beside = await judge(peer, on, all)
    await judge(await aMentor({ in: home }), on, all, 'mentor')
    const person = { accountId: peer.id, role: 'peer' } as const
    expect(await findEvidence(db, person, later(start, { days: 2 }))).toHaveLength(2)
    const [first] = await findEvidence(db, person, later(start, { days: 2 }))
    expect(first?.ratings).toHaveLength(4)
    expect(await findEvidence(db, person, later(start, { days: 366 }))).toEqual([])
    await env.DB.prepare('UPDATE reviews SET withdrawn_at = effective_at WHERE id = ?1')
      .bind(beside)
      .run()
    const left = await findEvidence(db, person, later(start, { days: 2 }))
    expect(left.map(({ ratings }) => ratings[0]?.referenceVariance)).toEqual([0.2])
  })

  it('in each role apart', async () => {
    const person = await aStudent()
    const items = [await plantItem(challenge, all), await plantItem(challenge, all)]
    await judge(person, { itemId: items[0] ?? '' }, [4, 4, 1, 1])
    await judge(person, { itemId: items[1] ?? '' }, all, 'mentor')
    expect((await recordOf(person))?.variance).toBeGreaterThan(1)
    expect((await recordOf(person, 'mentor'))?.variance).toBeLessThan(0.28)
  })
})

describe('a mentor far from known levels', () => {
  it('is reported to the admins once a month', async () => {
    const home = await aProgramme()
    const [admin, mentor] = [await anAdmin({ in: home }), await aMentor({ in: home })]
    const differ = async (at: Date) => {
      for (let given = 0; given < 4; given++) {
        const item = await plantItem(challenge, all)
        await judge(mentor, { itemId: item }, [4, 4, 1, 1], 'mentor', at)
      }
      await settle(later(at, { minutes: 5 }))
    }
    const told = () =>
      db.$count(
        notifications,
        and(eq(notifications.accountId, admin.id), eq(notifications.kind, 'mentor.differs')),
      )
    await differ(start)
    expect((await recordOf(mentor, 'mentor'))?.variance).toBeGreaterThan(1)
    expect(await told()).toBe(1)
    await differ(later(start, { days: 31 }))
    expect(await told()).toBe(2)
  })
})

describe('an open round', () => {
  it('is estimated again when a reviewer is known better, and a closed one never', async () => {
    const { submission, home } = await aHandIn(new Date())
    const peer = await aPeer(home, challenge)
    const { at } = await reviewAs(peer, challenge, { at: new Date(), levels: 4 })
    await settle(later(at, { minutes: 2 }))
    expect(await variancesOf(submission.id)).toEqual([1])

    const item = await plantItem(challenge, all)
    await judge(peer, { itemId: item }, all, 'peer', later(at, { minutes: 5 }))
    await settle(later(at, { minutes: 10 }))
    const known = await recordOf(peer)
    expect(known?.variance).toBeLessThan(1)
    expect(await variancesOf(submission.id)).toEqual([1, known?.variance])

    await env.DB.prepare(`UPDATE rounds SET state = 'closed' WHERE attempt_id = ?1`)
      .bind(submission.attemptId)
      .run()
    const another = await plantItem(challenge, all)
    await judge(peer, { itemId: another }, all, 'peer', later(at, { minutes: 15 }))
    await settle(later(at, { minutes: 20 }))
    expect(await variancesOf(submission.id)).toHaveLength(2)
  })

  it('is estimated again however many the reviewer has, a few with each note', async () => {
    const home = await aProgramme()
    const peer = await aPeer(home, challenge)
    const open: string[] = []
    for (let count = 0; count < 12; count++) {
      const author = await aStudent({ in: home })
      const submission = await aSubmission(author, challenge, { at: start })
      await judge(peer, { submissionId: submission.id, authorId: author.id }, 3)
      open.push(submission.id)
    }
    const item = await plantItem(challenge, all)
    await judge(peer, { itemId: item }, all, 'peer', later(start, { hours: 1 }))
    await settle(later(start, { hours: 2 }))
    for (const id of open) expect(await variancesOf(id)).toHaveLength(2)
  })

  it('goes on past reviewers who are set aside, whose comments still go out', async () => {
    const { author, submission, home } = await aHandIn(new Date())
    const always3 = await aPeer(home, challenge)
    let { at } = await reviewAs(always3, challenge, { at: new Date() })
    // Only now: somebody who is set aside gets hidden items and nothing else.
    await alwaysSays3(always3)
    await settle(later(at, { minutes: 2 }))
    expect(await countOf(submission.id)).toBe(0)
    at = (
      await reviewAs(await aPeer(home, challenge), challenge, { at: later(at, { minutes: 2 }) })
    ).at
    await settle(later(at, { minutes: 2 }))
    expect(await countOf(submission.id)).toBe(1)
    // A third peer, not the mentor: only one of the two reviews can be used.
    expect(await wantedOf(submission.id)).toEqual({ peer: 3, mentor: 0 })
    const mentor = await aReadyMentor(home, challenge)
    for (const person of [await aPeer(home, challenge), mentor]) {
      at = (await reviewAs(person, challenge, { at: later(at, { minutes: 3 }) })).at
      await settle(later(at, { minutes: 2 }))
    }
    expect(await decisionOf(submission.id)).toMatchObject({ state: 'proficient' })
    await openFullResult(submission.id)
    const result = await author.client
      .at(later(at, { hours: 1 }))
      .get(`/api/attempts/${submission.attemptId}/result`)
    expect(result.body.comments).toHaveLength(4)
    expect(result.body.reviewers).toEqual({ peers: 2, mentors: 1 })
    const decided = await decisionOf(submission.id)
    const award = await findAwardFacts(systemCall(env, crypto.randomUUID()), decided?.id ?? '')
    expect(award?.reviewers).toEqual({ peers: 2, mentors: 1 })
  })

  it('stays open and the admins are told, if nobody is left and too few reviews can be used', async () => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    const author = await aStudent({ in: home })
    const submission = await aSubmission(author, challenge)
    const mentor = await aReadyMentor(home, challenge)
    const peers = [await aPeer(home, challenge), await aPeer(home, challenge)]
    let at = new Date()
    for (const peer of peers) {
      at = (await reviewAs(peer, challenge, { at: later(at, { minutes: 3 }) })).at
      await alwaysSays3(peer)
    }
    // Each run of the cron takes one step of the promise.
    for (const hours of [-90, -70, -24]) await tickAt(later(submission.promisedAt, { hours }))
    at = (await reviewAs(mentor, challenge, { at: later(submission.promisedAt, { hours: -20 }) }))
      .at
    for (let days = 0; days < 5; days++) {
      await tickAt(later(submission.promisedAt, { days, hours: 2 }))
    }
    expect(await decisionOf(submission.id)).toBeUndefined()
    expect(await countOf(submission.id)).toBe(2)
    const told = await db
      .select()
      .from(notifications)
      .where(and(eq(notifications.accountId, admin.id), eq(notifications.kind, 'work.waits')))
    expect(told.length).toBeGreaterThan(0)
  })
})

describe('what reviewers see of their figures', () => {
  it('is as of Monday, so that no single item shows', async () => {
    const peer = await aStudent()
    const shown = () =>
      db.select().from(reviewerSnapshots).where(eq(reviewerSnapshots.accountId, peer.id)).get()
    // A Monday.
    await judge(peer, { itemId: await plantItem(challenge, all) }, [1, 3, 3, 4])
    await tickAt(later(start, { days: 6 }))
    expect(await shown()).toBeUndefined()
    await tickAt(later(start, { days: 7 }))
    const first = await shown()
    expect(first).toMatchObject({ anchored: 1, difference: 0.25, distances: '[3,1,0]' })
    expect(first?.asOf).toEqual(new Date('2027-03-08T00:00:00Z'))

    await judge(
      peer,
      { itemId: await plantItem(challenge, all) },
      all,
      'peer',
      later(start, { days: 8 }),
    )
    await tickAt(later(start, { days: 9 }))
    expect(await shown()).toEqual(first)
    await tickAt(later(start, { days: 14 }))
    expect(await shown()).toMatchObject({ anchored: 2, distances: '[7,1,0]' })
  })
})

describe('GET /api/review-figures', () => {
  it('shows nothing before four anchored reviews, and then how far from known levels', async () => {
    const peer = await aStudent()
    const figures = async (at: Date) => (await peer.client.at(at).get('/api/review-figures')).body
    for (const levels of [all, [1, 2, 3, 3], [1, 3, 3, 3]]) {
      await judge(peer, { itemId: await plantItem(challenge, all) }, levels)
    }
    // Other hours than above: the duty runs once an hour.
    await tickAt(later(start, { days: 7, hours: 3 }))
    expect(await figures(later(start, { days: 7, hours: 4 }))).toEqual({
      role: 'peer',
      asOf: '2027-03-08T00:00:00.000Z',
      nextAt: '2027-03-15T00:00:00.000Z',
      anchored: 3,
      needed: 4,
      figures: null,
    })
    const at = later(start, { days: 8 })
    await judge(peer, { itemId: await plantItem(challenge, all) }, [1, 2, 3, 2], 'peer', at)
    expect((await figures(later(at, { hours: 1 }))).anchored).toBe(3)
    await tickAt(later(start, { days: 14, hours: 3 }))
    expect(await figures(later(start, { days: 14, hours: 4 }))).toMatchObject({
      anchored: 4,
      figures: {
        distances: { same: 12, one: 3, more: 1 },
        difference: -0.2,
        isCorrected: false,
        isSetAside: false,
        // Given 4, 3, 3 and 2 where 4 was known.
        lookAgain: { skill: 'collaboration', known: 4, given: 3 },
      },
    })
  })
})

async function aHandIn(at = start) {
  const home = await aProgramme()
  const author = await aStudent({ in: home })
  return { home, author, submission: await aSubmission(author, challenge, { at }) }
}

/** A settled review, after which its reaction has run. */
async function judge(
  person: Person,
  on: { submissionId: string; authorId: string } | { itemId: string },
  levels: number | readonly number[],
  role: 'peer' | 'mentor' = 'peer',
  at = start,
): Promise<string> {
  const id = await plantReview(person, { on, role, levels, at, challenge })
  const call = systemCall(env, crypto.randomUUID(), later(at, { minutes: 2 }))
  await settleReview(call, { id, kind: 'review.settled', subjectId: id, payload: {} })
  return id
}

/** Gives level 3 to answers of every level, so that nothing can be learnt from it. */
async function alwaysSays3(peer: Person): Promise<void> {
  for (let given = 0; given < 5; given++) {
    const item = await plantItem(challenge, all)
    await judge(peer, { itemId: item }, 3, 'peer', later(new Date(), { days: -1 }))
  }
  expect(await recordOf(peer)).toMatchObject({ setAside: true })
}

function recordOf({ id }: Person, role: 'peer' | 'mentor' = 'peer') {
  const isIt = and(eq(reviewerRecords.accountId, id), eq(reviewerRecords.role, role))
  return db.select().from(reviewerRecords).where(isIt).get()
}

function decisionOf(submissionId: string) {
  return db.select().from(decisions).where(eq(decisions.submissionId, submissionId)).get()
}

/** The estimates of one criterion, the oldest first. */
function estimatesOf(submissionId: string) {
  const isIt = and(
    eq(estimates.submissionId, submissionId),
    eq(estimates.criterion, 'agree-the-work'),
  )
  return db.select().from(estimates).where(isIt).orderBy(estimates.number)
}

async function variancesOf(submissionId: string) {
  const rows = await estimatesOf(submissionId)
  return rows.flatMap(({ inputs }) => readInputs(inputs).map(({ v }) => v))
}

const countOf = async (submissionId: string) => (await estimatesOf(submissionId)).at(-1)?.count

async function wantedOf(submissionId: string) {
  const isIt = eq(submissionQueue.submissionId, submissionId)
  const rows = await db.select().from(submissionQueue).where(isIt)
  return Object.fromEntries(rows.map(({ kind, wanted }) => [kind, wanted]))
}
