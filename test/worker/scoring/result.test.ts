import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { attempts, rounds } from '../../../worker/attempts/tables.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { reviewerRecords } from '../../../worker/reviews/calibration-tables.ts'
import { reviews, submissionQueue } from '../../../worker/reviews/tables.ts'
import { estimateOf } from '../../../worker/scoring/estimate/estimate.ts'
import { ratingsOf, readInputs } from '../../../worker/scoring/estimate/inputs.ts'
import { decisions, estimates } from '../../../worker/scoring/tables.ts'
import {
  aMentor,
  aProgramme,
  aStudent,
  db,
  type Organization,
  type Person,
} from '../../support/builders.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  claimAs,
  criteria,
  later,
  openFullResult,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

describe('two peers and a mentor who all say 3', () => {
  it('decide: proficient on every criterion, at p 0.8538, and the round closes', async () => {
    const round = await aRound()
    await round.judge(['peer', 3], ['peer', 3], ['mentor', 3])

    const latest = await latestOf(round.submission.id)
    expect(latest.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'proficient'))
    for (const { p, count, inputs, ...stored } of latest) {
      expect(p).toBeCloseTo(0.8538, 4)
      expect(count).toBe(4)
      // What is stored gives exactly the same numbers again.
      const prior = { mean: stored.priorMean, variance: stored.priorVariance }
      const again = estimateOf(prior, ratingsOf(readInputs(inputs)))
      expect([again.mean, again.variance, again.probability]).toEqual([
        stored.mean,
        stored.variance,
        p,
      ])
    }
    const decision = await decisionOf(round.submission.id)
    expect(decision).toMatchObject({ state: 'proficient', level: 3 })
    expect(await stateOf(round.submission.attemptId)).toEqual({
      round: 'closed',
      attempt: 'closed',
      open: [],
    })
    const notes = await db
      .select()
      .from(outbox)
      .where(eq(outbox.subjectId, decision?.id ?? ''))
    expect(notes.map(({ kind }) => kind)).toContain('decision.made')
  })
})

describe('a round goes on', () => {
  it('asks the mentor after the second peer, and not before', async () => {
    const round = await aRound()
    await round.judge(['peer', 3])
    expect(await round.places()).toEqual({ peer: [1, 2], mentor: [0, 0] })
    await round.judge(['peer', 3])
    expect(await round.places()).toEqual({ peer: [2, 2], mentor: [0, 1] })
  })

  it('opens one place at a time while one peer who said 2 leaves a criterion open', async () => {
    const round = await aRound()
    await round.judge(['peer', 2], ['peer', 3], ['mentor', 3])
    const [estimate] = await latestOf(round.submission.id)
    // At first 0.75. Then the mentor's levels are evidence about both peers, and p is a little higher.
    expect((await estimatesOf(round.submission.id)).map(({ p }) => p)).toContainEqual(
      expect.closeTo(0.75, 3),
    )
    expect(estimate?.p).toBeCloseTo(0.7584, 4)
    expect(estimate?.state).toBe('needs-more')
    expect(await decisionOf(round.submission.id)).toBeUndefined()
    expect(await round.places()).toEqual({ peer: [2, 3], mentor: [1, 1] })
    const { body } = await resultOf(round)
    expect(body.reviews).toEqual({ done: 3, expected: 4 })
  })

  it('closes undecided after five peers and two mentors', async () => {
    const round = await aRound()
    const [two, three] = [[3, 3, 3, 2], 3]
    await round.judge(['peer', two], ['peer', three], ['mentor', three])
    await round.judge(['peer', two], ['peer', two], ['peer', two])
    expect(await round.places()).toEqual({ peer: [5, 5], mentor: [1, 2] })
    await round.judge(['mentor', two])
    expect(await decisionOf(round.submission.id)).toMatchObject({
      state: 'needs-more',
      level: null,
    })
    expect(await stateOf(round.submission.attemptId)).toMatchObject({ open: ['weigh-other-views'] })
  })

  it('ends with one criterion that is not yet there; the others keep their state', async () => {
    const round = await aRound()
    await round.judge(['peer', [3, 3, 3, 1]], ['peer', [3, 3, 3, 1]], ['mentor', [3, 3, 3, 1]])
    expect(await decisionOf(round.submission.id)).toMatchObject({ state: 'not-yet', level: null })
    const latest = await latestOf(round.submission.id)
    expect(latest.map(({ state }) => state)).toEqual([
      'proficient',
      'proficient',
      'proficient',
      'not-yet',
    ])
  })

  it('is scored once for two reviews that settle together, and for a repeated note', async () => {
    const round = await aRound()
    await reviewAs(await aPeer(round.home, challenge), challenge, { at: round.now })
    const { at } = await reviewAs(await aPeer(round.home, challenge), challenge, { at: round.now })
    await settle(later(at, { minutes: 2 }))
    await settle(later(at, { minutes: 2 }))
    expect(await estimatesOf(round.submission.id)).toHaveLength(4)
    expect((await latestOf(round.submission.id)).map(({ count }) => count)).toEqual([2, 2, 2, 2])
  })

  it('is not scored by a review that was undone, then or later', async () => {
    const round = await aRound()
    const peer = await aPeer(round.home, challenge)
    const undone = await reviewAs(peer, challenge, { at: round.now })
    const path = `/api/claims/${undone.claimId}`
    const undo = later(undone.at, { minutes: 0.5 })
    expect((await peer.client.at(undo).delete(`${path}/review`)).status).toBe(204)
    await settle(later(undone.at, { minutes: 2 }))
    expect(await estimatesOf(round.submission.id)).toHaveLength(0)

    await round.judge(['peer', 3])
    expect((await latestOf(round.submission.id)).map(({ count }) => count)).toEqual([1, 1, 1, 1])
  })

  it('opens no extra place after a late review', async () => {
    const round = await aRound()
    const [slow, still] = [await aPeer(round.home, challenge), await aPeer(round.home, challenge)]
    const claimId = await claimAs(slow, challenge, round.now)
    round.now = later(round.now, { hours: 3 })
    await tickAt(round.now)
    await claimAs(still, challenge, round.now)
    await round.judge(['peer', 2])
    const late = slow.client.at(later(round.now, { minutes: 1 }))
    expect((await late.post(`/api/claims/${claimId}/review`, aReview(3))).status).toBe(201)
    round.now = later(round.now, { minutes: 3 })
    await settle(round.now)
    await round.judge(['mentor', 3])
    // Two peers and a mentor leave it open. One reviewer still has a claim, so no place is added.
    expect(await decisionOf(round.submission.id)).toBeUndefined()
    expect(await round.places()).toEqual({ peer: [2, 2], mentor: [1, 1] })
  })

  it('weighs a reviewer by what is known of them', async () => {
    const round = await aRound()
    const peer = await aPeer(round.home, challenge)
    const record = { accountId: peer.id, variance: 0.5, shift: -0.4, setAside: false, anchored: 12 }
    await db.insert(reviewerRecords).values({ ...record, measuredAt: new Date() })
    const { at } = await reviewAs(peer, challenge, { at: round.now })
    await settle(later(at, { minutes: 2 }))
    const [estimate] = await latestOf(round.submission.id)
    expect(readInputs(estimate?.inputs ?? '')).toMatchObject([
      { y: 3, v: 0.5, b: -0.4, mentor: false },
    ])
  })

  it('keeps a review that settles after the close: comments go out, ratings do not count', async () => {
    const round = await aRound()
    const slow = await aPeer(round.home, challenge)
    const claimId = await claimAs(slow, challenge, round.now)
    const low = [3, 3, 3, 1]
    await round.judge(['peer', low])
    await tickAt(later(round.now, { hours: 3 }))
    round.now = later(round.now, { hours: 3 })
    await round.judge(['peer', low], ['mentor', low])
    const decision = await decisionOf(round.submission.id)
    expect(decision).toMatchObject({ state: 'not-yet' })

    const late = later(round.now, { hours: 1 })
    const review = aReview(1, 'The lift is called before anybody carries.')
    expect((await slow.client.at(late).post(`/api/claims/${claimId}/review`, review)).status).toBe(
      201,
    )
    await settle(later(late, { minutes: 2 }))

    const surplus = and(eq(reviews.submissionId, round.submission.id), eq(reviews.surplus, true))
    const [surplusReview, ...others] = await db.select().from(reviews).where(surplus)
    expect(others).toEqual([])
    const [note] = await db
      .select()
      .from(outbox)
      .where(eq(outbox.subjectId, surplusReview?.id ?? ''))
    expect(note?.doneAt).not.toBeNull()
    expect((await latestOf(round.submission.id)).map(({ count }) => count)).toEqual([4, 4, 4, 4])
    await openFullResult(round.submission.id)
    const { body } = await resultOf(round, late)
    expect(JSON.stringify(body.comments)).toContain('The lift is called')
    expect(body.reviewers).toEqual({ peers: 2, mentors: 1 })
  })
})

describe('GET /api/attempts/:attemptId/result', () => {
  it('while it waits shows how many reviews are in and the date, and no scores', async () => {
    const home = await aProgramme()
    await aMentor({ in: home })
    const round = await aRound(home)
    await round.judge(['peer', 4])
    const { body, text } = await resultOf(round)
    expect(body).toMatchObject({
      state: 'waiting',
      // One peer and one mentor can decide.
      reviews: { done: 1, expected: 2 },
      expectedBy: round.submission.promisedAt.toISOString(),
      dateMoved: false,
      owed: { owed: 0, done: 0, minutesLeft: 0 },
    })
    expect(text).not.toMatch(/mean|"p"|level|comments/)
  })

  it('after the decision shows what reviewers saw, and never who saw it or what one of them gave', async () => {
    const home = await aProgramme()
    const round = await aRound(home)
    const [one, other] = [await aPeer(home, challenge, 'Ines Okafor'), await aPeer(home, challenge)]
    const mentor = await aReadyMentor(home, challenge, 'Mateo Brandt')
    await round.judgeAs(one, [2, 3, 3, 3], 'Ines here: the door has a name.')
    await round.judgeAs(other, [3, 3, 3, 3])
    await round.judgeAs(mentor, [1, 3, 3, 3])
    await openFullResult(round.submission.id)

    const { body, text } = await resultOf(round)
    expect(body).toMatchObject({
      state: 'decided',
      decision: 'not-yet',
      level: null,
      reviewers: { peers: 2, mentors: 1 },
      agreement: {
        sentence: 'Too few reviews yet to say how well reviewers of this challenge agree.',
      },
      nextStep: { competency: 'agree-the-work', indicator: 'First thing' },
    })
    expect(body.comments).toHaveLength(3)
    expect(text).toContain('[hidden] here: the door has a name.')
    const [low, high] = body.criteria
    expect(low).toMatchObject({
      competency: 'agree-the-work',
      state: 'not-yet',
      level: 2,
      words: 'Level 2 of it.',
    })
    expect(high).toMatchObject({
      state: 'proficient',
      level: 3,
      mean: 2.9,
      standardError: 0.4,
      threesNeeded: 0,
    })
    const [first, second] = [
      { id: '3a', words: 'First thing' },
      { id: '3b', words: 'Second thing' },
    ]
    expect(high).toMatchObject({ seen: [first, second], lacking: [], isAboveSigns: false })
    // The mentor, who has the most weight, ticked no sign.
    expect(low).toMatchObject({ seen: [], lacking: [] })
    expect(low.missing).toEqual([first, second])
    expect(body.choices[0]).toMatchObject({ text: 'Ask Amara which box is hers.' })
    for (const hidden of [
      one.id,
      other.id,
      mentor.id,
      'Ines',
      'Okafor',
      'Brandt',
      'reviewer_id',
      '"y"',
    ]) {
      expect(text).not.toContain(hidden)
    }
    expect(high.reasons).toHaveLength(3)
  })

  it('is new until its author has read it on any device, and new again after another round', async () => {
    const round = await aRound()
    const { attemptId } = round.submission
    const path = `/api/attempts/${attemptId}`
    const { client } = round.author
    expect((await client.put(`${path}/read-mark`, undefined)).status).toBe(404)
    await round.judge(['peer', 3], ['peer', 3], ['mentor', 3])

    const isRead = async () => [
      (await client.get(`${path}/result`)).body.isRead,
      (await client.get('/api/attempts')).body.attempts[0].isRead,
    ]
    expect(await isRead()).toEqual([false, false])
    const fellow = await aStudent({ in: round.home })
    expect((await fellow.client.put(`${path}/read-mark`, undefined)).status).toBe(404)
    expect((await client.put(`${path}/read-mark`, undefined)).status).toBe(200)
    expect((await client.put(`${path}/read-mark`, undefined)).status).toBe(200)
    expect(await isRead()).toEqual([true, true])

    await db.update(attempts).set({ round: 2 }).where(eq(attempts.id, attemptId))
    expect((await client.get('/api/attempts')).body.attempts[0].isRead).toBe(false)
  })

  it("is nobody else's, and is nothing before the hand-in", async () => {
    const round = await aRound()
    const fellow = await aStudent({ in: round.home })
    expect(
      (await fellow.client.get(`/api/attempts/${round.submission.attemptId}/result`)).status,
    ).toBe(404)
    expect(
      (await round.author.client.get(`/api/attempts/${crypto.randomUUID()}/result`)).status,
    ).toBe(404)
  })
})

type Judgement = readonly [role: 'peer' | 'mentor', levels: number | readonly number[]]

/** A submission with its places in the queue, and reviewers who judge it one after the other. */
async function aRound(home?: Organization) {
  const pool = home ?? (await aProgramme())
  const author = await aStudent({ in: pool })
  const submission = await aSubmission(author, challenge)
  const round = {
    home: pool,
    author,
    submission,
    now: later(new Date(), { minutes: 1 }),
    async judgeAs(person: Person, levels: number | readonly number[], comment?: string) {
      const { at } = await reviewAs(person, challenge, { at: round.now, levels, comment })
      round.now = later(at, { minutes: 2 })
      await settle(round.now)
    },
    async judge(...judgements: Judgement[]) {
      for (const [role, levels] of judgements) {
        const make = role === 'peer' ? aPeer : aReadyMentor
        await round.judgeAs(await make(pool, challenge), levels)
      }
    },
    async places() {
      const rows = await db
        .select()
        .from(submissionQueue)
        .where(eq(submissionQueue.submissionId, submission.id))
      return Object.fromEntries(
        rows.map(({ kind, assigned, wanted }) => [kind, [assigned, wanted]]),
      )
    },
  }
  return round
}

function resultOf(round: Awaited<ReturnType<typeof aRound>>, at = round.now) {
  const path = `/api/attempts/${round.submission.attemptId}/result`
  return round.author.client.at(later(at, { hours: 2 })).get(path)
}

/** The latest estimate of each criterion, in the rubric's order. */
async function latestOf(submissionId: string) {
  const rows = await estimatesOf(submissionId)
  return criteria.flatMap((criterion) => {
    const own = rows.filter((row) => row.criterion === criterion)
    return own.toSorted((one, other) => other.number - one.number).slice(0, 1)
  })
}

function estimatesOf(submissionId: string) {
  return db.select().from(estimates).where(eq(estimates.submissionId, submissionId))
}

function decisionOf(submissionId: string) {
  return db.select().from(decisions).where(eq(decisions.submissionId, submissionId)).get()
}

async function stateOf(attemptId: string) {
  const round = await db.select().from(rounds).where(eq(rounds.attemptId, attemptId)).get()
  const attempt = await db.select().from(attempts).where(eq(attempts.id, attemptId)).get()
  return {
    round: round?.state,
    attempt: attempt?.state,
    open: JSON.parse(round?.openCriteria ?? '[]'),
  }
}
