import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { hiddenItems, reviewerRecords } from '../../../worker/reviews/calibration-tables.ts'
import { claims, ratings, reviews } from '../../../worker/reviews/tables.ts'
import { exportOf, rowsIn } from '../../support/archive.ts'
import { aProgramme, aStudent, db, type Organization, type Person } from '../../support/builders.ts'
import { askErasure } from '../../support/erasing.ts'
import {
  aChallengeWithItems,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  claimAs,
  criteria,
  handedIn,
  hasPractised,
  later,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { liftRateLimits } from '../../support/traffic.ts'

liftRateLimits()

const itemOf = (submissionId: string) =>
  db.select().from(hiddenItems).where(eq(hiddenItems.submissionId, submissionId)).get()

interface Figures {
  role?: 'peer' | 'mentor'
  variance?: number
  setAside?: boolean
}

/** The figures of a reviewer, in place of those that hidden items have given them. */
async function record(person: Person, given: Figures) {
  const { role = 'peer', variance = 1, setAside = false } = given
  const figures = { variance, shift: 0, anchored: 8, setAside, measuredAt: new Date() }
  await db
    .insert(reviewerRecords)
    .values({ accountId: person.id, role, ...figures })
    .onConflictDoUpdate({
      target: [reviewerRecords.accountId, reviewerRecords.role],
      set: figures,
    })
}

/**
 * Reviews one submission, which is the only one that waits, whatever is drawn. Gives a hidden item
 * its known levels, so that the reviewer is measured as exact.
 */
async function judge(person: Person, challenge: TestChallenge, at: Date, level: number) {
  for (let hours = 0; hours < 30; hours++) {
    const now = later(at, { hours })
    const claimId = await claimAs(person, challenge, now)
    const claim = await db.select().from(claims).where(eq(claims.id, claimId)).get()
    const levels = claim?.itemId ? await knownLevels(claim.itemId) : level
    const client = person.client.at(later(now, { minutes: 2 }))
    const { status, text } = await client.post(`/api/claims/${claimId}/review`, aReview(levels))
    expect([status, text]).toEqual([201, text])
    if (claim?.submissionId) return
  }
  throw new Error('Only items were drawn.')
}

async function knownLevels(itemId: string): Promise<number[]> {
  const item = await db.select().from(hiddenItems).where(eq(hiddenItems.id, itemId)).get()
  const known: Record<string, number> = JSON.parse(item?.levels ?? '{}')
  return criteria.map((criterion) => known[criterion] ?? 0)
}

/** A decided round that a mentor of variance 0.2 judged at level 3. */
async function aJudgedRound(home: Organization, challenge: TestChallenge, name = 'Leila Haddad') {
  const author = await aStudent({ in: home, name })
  const at = later(new Date(), { days: -9 })
  const answers = {
    plan: `I am ${name} of ${home.name}, and I take the big box up the stairs before noon.`,
    after: 'Next time we call about the lift first, and each of us says which box is theirs.',
  }
  const submission = await aSubmission(author, challenge, { at, answers })
  const mentor = await aReadyMentor(home, challenge)
  for (const hours of [1, 40]) {
    await judge(await aPeer(home, challenge), challenge, later(at, { hours }), 3)
    await settle(later(at, { hours: hours + 32 }))
  }
  await judge(mentor, challenge, later(at, { hours: 80 }), 3)
  await settle(later(at, { hours: 120 }))
  await record(mentor, { role: 'mentor', variance: 0.2 })
  return {
    author,
    mentor,
    submission,
    path: `/api/attempts/${submission.attemptId}/item-agreement`,
  }
}

describe('the question whether an answer may check reviewers', () => {
  it('is asked once a mentor has judged the round and it is decided', async () => {
    const [home, challenge] = [await aProgramme(), await aChallengeWithItems()]
    const waiting = await aStudent({ in: home })
    const { attemptId } = await aSubmission(waiting, challenge)
    const early = `/api/attempts/${attemptId}/item-agreement`
    expect((await waiting.client.get(early)).body).toEqual({ question: null, answeredAt: null })
    expect(await waiting.client.put(early, {})).toMatchObject({
      status: 409,
      body: { type: '/problems/item-not-possible' },
    })

    const other = await aProgramme()
    const { author, path } = await aJudgedRound(other, challenge)
    expect((await author.client.get(path)).body).toEqual({
      question: { agreed: null },
      answeredAt: null,
    })
    expect((await waiting.client.get(path)).status).toBe(404)

    expect((await author.client.delete(path)).status).toBe(204)
    expect((await author.client.get(path)).body).toMatchObject({ question: { agreed: false } })
    expect((await author.client.get('/api/item-agreements')).body).toEqual({ items: [] })
  })

  it('with a yes makes an item of the programme, redacted, with the mentor’s levels and variance', async () => {
    const [home, challenge] = [
      await aProgramme({ name: 'Harbour College' }),
      await aChallengeWithItems(),
    ]
    const { author, submission, path } = await aJudgedRound(home, challenge)
    expect(await author.client.put(path, {})).toMatchObject({ status: 200, body: { agreed: true } })
    const item = await itemOf(submission.id)
    expect(item).toMatchObject({
      source: 'round',
      pool: home.id,
      anchorVariance: 0.2,
      retiredAt: null,
      levels: expect.stringContaining('"agree-the-work":3'),
    })
    expect(item?.body).toMatch(/^1\|account:/)
    const files = await exportOf(author.client)
    const [exported] = rowsIn(files, 'answers', 'hidden_items')
    expect(JSON.stringify(exported?.['body'])).toContain('the big box up the stairs')
    expect(JSON.stringify(exported?.['body'])).not.toMatch(/Leila|Haddad|Harbour/)
    expect(exported).not.toHaveProperty('levels')
    expect((await author.client.get('/api/item-agreements')).body.items).toMatchObject([
      { attemptId: submission.attemptId },
    ])
    const entries = await db
      .select()
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.action, 'submission.item-agreed'),
          eq(auditEntries.subjectId, submission.id),
        ),
      )
    expect(entries).toMatchObject([{ detail: '{}', namedAt: 0 }])
  })

  it('an answer that worried a reviewer is not used', async () => {
    const [home, challenge] = [await aProgramme(), await aChallengeWithItems()]
    const { author, submission, path } = await aJudgedRound(home, challenge)
    const peer = await aPeer(home, challenge)
    await db.insert(claims).values({
      id: crypto.randomUUID(),
      submissionId: submission.id,
      authorId: author.id,
      reviewerId: peer.id,
      organizationId: home.id,
      challengeId: challenge.id,
      role: 'peer',
      claimedAt: new Date(),
      leaseUntil: new Date(),
      endedAt: new Date(),
      endReason: 'released',
      releaseReason: 'distressing',
    })
    expect((await author.client.get(path)).body.question).toBeNull()
    expect((await author.client.put(path, {})).status).toBe(409)
  })
})

/** A pool with an agreed round, and a reviewer who gets items only. */
async function anAgreedRound() {
  const [home, challenge] = [await aProgramme(), await aChallengeWithItems()]
  const round = await aJudgedRound(home, challenge)
  await round.author.client.put(round.path, {})
  // Nothing but the round is left to give.
  await env.DB.prepare(
    "UPDATE hidden_items SET retired_at = 1 WHERE source = 'public' AND challenge_id = ?",
  )
    .bind(challenge.id)
    .run()
  await aSubmission(await aStudent({ in: home }), challenge)
  const peer = await aPeer(home, challenge)
  await record(peer, { setAside: true })
  return { ...round, home, challenge, peer }
}

async function offered(
  person: Person,
  challenge: TestChallenge,
  at?: Date,
): Promise<string | null> {
  const client = at ? person.client.at(at) : person.client
  const { body } = await client.post('/api/claims', { challengeId: challenge.id })
  const claim =
    body.claim && (await db.select().from(claims).where(eq(claims.id, body.claim.id)).get())
  return claim?.itemId ?? null
}

describe('an agreed round', () => {
  it('is judged at a desk with its own path, without names, and is evidence about the reviewer', async () => {
    const { challenge, peer, submission } = await anAgreedRound()
    const now = new Date()
    const claimId = await claimAs(peer, challenge, now)
    const { body: desk } = await peer.client.at(now).get(`/api/claims/${claimId}`)
    expect(desk.answers.map(({ promptId }: { promptId: string }) => promptId)).toEqual([
      'plan',
      'after',
    ])
    expect(desk.answers[0].text).toContain('[hidden]')
    expect(desk.story.length).toBeGreaterThan(3)
    expect(desk.criteria).toHaveLength(4)
    const at = later(now, { minutes: 2 })
    expect(
      (await peer.client.at(at).post(`/api/claims/${claimId}/review`, aReview(2))).status,
    ).toBe(201)
    const [review] = await db.select().from(reviews).where(eq(reviews.itemId, submission.id))
    expect(review).toMatchObject({ reviewerId: peer.id, submissionId: null })
    // It is not a review of the author's: their result has three comments, not four.
    await settle(later(at, { minutes: 5 }))
  })

  it('is not given to its author, a coach, someone known, or who has judged it', async () => {
    const { home, challenge, author, mentor, peer } = await anAgreedRound()
    await env.DB.prepare(
      'UPDATE submission_queue SET wanted = 9, assigned = 0 WHERE pool = ? AND challenge_id = ?',
    )
      .bind(home.id, challenge.id)
      .run()
    await hasPractised(author, challenge)
    for (const person of [author, mentor]) {
      await env.DB.prepare('UPDATE reviewer_records SET set_aside = 1 WHERE account_id = ?')
        .bind(person.id)
        .run()
      if (person === author) await record(author, { setAside: true })
      expect(await offered(person, challenge), person === author ? 'author' : 'mentor').toBeNull()
    }
    const known = await aPeer(home, challenge)
    await record(known, { setAside: true })
    await env.DB.prepare('INSERT INTO conflicts_of_interest VALUES (?, ?, 1)')
      .bind(author.id, known.id)
      .run()
    expect(await offered(known, challenge)).toBeNull()
    const coach = await aReadyMentor(home, challenge)
    await record(coach, { role: 'mentor', setAside: true })
    await env.DB.prepare(
      'INSERT INTO coachings (id, mentor_id, student_id, organization_id, created_at) VALUES (?, ?, ?, ?, 1)',
    )
      .bind(crypto.randomUUID(), coach.id, author.id, home.id)
      .run()
    expect(await offered(coach, challenge)).toBeNull()
    const elsewhere = await aProgramme()
    await aSubmission(await aStudent({ in: elsewhere }), challenge)
    const stranger = await aPeer(elsewhere, challenge)
    await record(stranger, { setAside: true })
    expect(await offered(stranger, challenge)).toBeNull()
    expect(await offered(peer, challenge)).not.toBeNull()
  })

  it('keeps whoever judged it from the author’s other answers to the challenge', async () => {
    const { home, challenge, author, peer } = await anAgreedRound()
    const now = new Date()
    const itemClaim = await claimAs(peer, challenge, now)
    await peer.client
      .at(later(now, { minutes: 2 }))
      .post(`/api/claims/${itemClaim}/review`, aReview(3))
    await record(peer, { variance: 0.5 })
    await env.DB.prepare('UPDATE submission_queue SET wanted = assigned WHERE pool = ?')
      .bind(home.id)
      .run()
    // Whether somebody gets an item is drawn; here nobody can.
    await env.DB.prepare(
      'UPDATE hidden_items SET body = NULL, retired_at = 1 WHERE challenge_id = ?',
    )
      .bind(challenge.id)
      .run()
    const next = await aSubmission(author, challenge)
    const [day, another] = [later(now, { days: 1 }), await aPeer(home, challenge)]
    await record(another, { variance: 0.5 })
    const claimed = async (person: Person) =>
      (await person.client.at(day).post('/api/claims', { challengeId: challenge.id })).body.claim
    expect(await claimed(peer)).toBeNull()
    const { id } = await claimed(another)
    expect(await db.select().from(claims).where(eq(claims.id, id)).get()).toMatchObject({
      submissionId: next.id,
    })
  })

  it('replaces the public items once there are six in the programme', async () => {
    const { home, challenge, submission } = await anAgreedRound()
    await env.DB.prepare(
      "UPDATE hidden_items SET retired_at = NULL WHERE source = 'public' AND challenge_id = ?",
    )
      .bind(challenge.id)
      .run()
    const item = await itemOf(submission.id)
    if (!item) throw new Error('There is one.')
    const left = async () => {
      const peer = await aPeer(home, challenge)
      await record(peer, { setAside: true })
      return (await peer.client.get('/api/review-work')).body.challenges[0].waiting
    }
    expect(await left()).toBe(5)
    for (let more = 1; more < 6; more++) {
      const other = await aStudent({ in: home })
      const copy = { ...(await handedIn(other, challenge)), authorId: other.id }
      await db
        .insert(hiddenItems)
        .values({ ...item, id: copy.id, submissionId: copy.id, authorId: copy.authorId })
    }
    expect(await left()).toBe(6)
  })

  it('taken back: its text is gone, its numbers stay, and a live claim on it ends kindly', async () => {
    const { challenge, author, peer, path, submission, home } = await anAgreedRound()
    const now = new Date()
    const other = await aPeer(home, challenge)
    await record(other, { setAside: true })
    const done = await claimAs(other, challenge, now)
    await other.client.at(later(now, { minutes: 2 })).post(`/api/claims/${done}/review`, aReview(2))
    const claimId = await claimAs(peer, challenge, now)
    await peer.client.at(now).put(`/api/claims/${claimId}/draft`, { ...aReview(3), version: 0 })

    expect((await author.client.delete(path)).status).toBe(204)

    expect(await itemOf(submission.id)).toMatchObject({
      body: null,
      levels: expect.stringContaining('3'),
    })
    expect((await itemOf(submission.id))?.retiredAt).not.toBeNull()
    const [kept] = await db.select().from(reviews).where(eq(reviews.itemId, submission.id))
    expect(kept).toMatchObject({ worked: '', tryNext: '' })
    const levels = await db
      .select()
      .from(ratings)
      .where(eq(ratings.reviewId, kept?.id ?? ''))
    expect(levels.map(({ level, reason }) => [level, reason])).toEqual(levels.map(() => [2, '']))
    expect(levels).toHaveLength(4)
    const desk = await peer.client.get(`/api/claims/${claimId}`)
    expect(desk.body).toMatchObject({ state: 'lapsed', draft: { version: 1 } })
    const at = peer.client.at(later(now, { minutes: 3 }))
    expect((await at.post(`/api/claims/${claimId}/review`, aReview(3))).status).toBe(201)
    const late = await db.select().from(reviews).where(eq(reviews.claimId, claimId)).get()
    expect(late).toMatchObject({ worked: '', tryNext: '' })
    const lateRatings = await db
      .select()
      .from(ratings)
      .where(eq(ratings.reviewId, late?.id ?? ''))
    expect(lateRatings.map(({ level, reason }) => [level, reason])).toEqual(
      lateRatings.map(() => [3, '']),
    )
    expect(await offered(await setAsidePeer(home, challenge), challenge)).toBeNull()
    expect((await author.client.get('/api/item-agreements')).body).toEqual({ items: [] })
    expect((await author.client.get(path)).body).toMatchObject({ question: { agreed: false } })

    // And given again: it is the same item, which nobody gets twice.
    expect((await author.client.put(path, {})).status).toBe(200)
    expect(await itemOf(submission.id)).toMatchObject({ retiredAt: null })
    expect(await offered(other, challenge, later(now, { days: 1 }))).toBeNull()
  })

  it('ends with the erasure of its author', async () => {
    const { author, peer, challenge, submission } = await anAgreedRound()
    const { dueAt } = await askErasure(author)
    const claimId = await claimAs(peer, challenge, later(dueAt, { minutes: -10 }))
    await tickAt(later(dueAt, { minutes: 1 }))
    const item = await itemOf(submission.id)
    expect(item).toMatchObject({ body: null, anchorVariance: 0.2 })
    expect(item?.retiredAt).not.toBeNull()
    const claim = await db.select().from(claims).where(eq(claims.id, claimId)).get()
    expect(claim).toMatchObject({ endReason: 'lapsed' })
    const { results } = await env.DB.prepare('SELECT * FROM item_agreements WHERE student_id = ?')
      .bind(author.id)
      .all()
    expect(results).toEqual([])
  })
})

async function setAsidePeer(home: Organization, challenge: TestChallenge) {
  const peer = await aPeer(home, challenge)
  await record(peer, { setAside: true })
  return peer
}
