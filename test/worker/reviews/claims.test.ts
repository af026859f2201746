import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { endOfDay } from '../../../worker/foundation/reader/end-of-day.ts'
import { accounts } from '../../../worker/accounts/tables.ts'
import { seal } from '../../../worker/foundation/crypto/seal.ts'
import { idempotencyKeys, outbox } from '../../../worker/foundation/tables.ts'
import { cohortMembers, cohorts, coachings } from '../../../worker/organizations/tables.ts'
import {
  conflictsOfInterest,
  claims,
  reminders,
  reviewPools,
  reviews,
  submissionQueue,
} from '../../../worker/reviews/tables.ts'
import {
  aMentor,
  anAdmin,
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
  handedIn,
  hasPractised,
  later,
  levelsOf,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { leave, sql as run } from '../../support/traffic/rows.ts'
import { accountOwner } from '../../../worker/foundation/crypto/owner.ts'
import { sealingCall } from '../../support/sealing.ts'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

describe('POST /api/claims', () => {
  it('gives the next submission, and the same one to a person who asks again', async () => {
    const { home, submission } = await aPool()
    const peer = await aPeer(home, challenge)

    const first = await peer.client.post('/api/claims', { challengeId: challenge.id })
    const again = await peer.client.post('/api/claims', {})

    expect(first).toMatchObject({ status: 201, body: { lookAgainAt: null } })
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 1, wanted: 2 })
  })

  it('answers that nothing waits, and when to look again', async () => {
    const home = await aProgramme()
    const peer = await aPeer(home, challenge)
    const { status, body } = await peer.client.post('/api/claims', {})
    expect(status).toBe(200)
    expect(body.claim).toBeNull()
    expect(new Date(body.lookAgainAt).getTime()).toBeGreaterThan(Date.now())
  })

  it('wants two practice answers first', async () => {
    const { home } = await aPool()
    const peer = await aStudent({ in: home })
    await handedIn(peer, challenge)
    expect(await peer.client.post('/api/claims', {})).toMatchObject({
      status: 409,
      body: { type: '/problems/practice-first', challengeId: challenge.id },
    })
  })

  it('without a named challenge, gives work from the one where it has waited longest', async () => {
    const home = await aProgramme()
    const other = await aChallenge()
    const author = await aStudent({ in: home })
    await aSubmission(author, challenge, { at: later(new Date(), { hours: -2 }) })
    const oldest = await aSubmission(author, other, { at: later(new Date(), { hours: -9 }) })
    const peer = await aPeer(home, challenge)
    await handedIn(peer, other)
    await hasPractised(peer, other)

    const { body } = await peer.client.post('/api/claims', {})
    expect(await claimOf(body.claim.id)).toMatchObject({ submissionId: oldest.id })
  })

  it('puts the reviewer’s own cohort after others with as many reviews', async () => {
    const home = await aProgramme()
    const cohort = await aCohort(home)
    const [fellow, other, peer] = [
      await aStudent({ in: home }),
      await aStudent({ in: home }),
      await aPeer(home, challenge),
    ]
    await joins(cohort, fellow)
    await joins(cohort, peer)
    await aSubmission(fellow, challenge, { at: later(new Date(), { hours: -9 }) })
    const others = await aSubmission(other, challenge, { at: later(new Date(), { hours: -1 }) })
    expect(await claimOf(await claimAs(peer, challenge))).toMatchObject({ submissionId: others.id })
  })
})

describe('nobody is given', () => {
  it('their own work', async () => {
    const { author } = await aPool()
    await hasPractised(author, challenge)
    expect(await offered(author)).toBe(false)
  })

  it('work of a challenge they have not handed in', async () => {
    const { home } = await aPool()
    const stranger = await aStudent({ in: home })
    await hasPractised(stranger, challenge)
    expect(await offered(stranger)).toBe(false)
  })

  it('work of another programme', async () => {
    await aPool()
    expect(await offered(await aPeer(await aProgramme(), challenge))).toBe(false)
  })

  it('the answers of somebody they coach', async () => {
    const { home, author, submission } = await aPool()
    const coach = await aReadyMentor(home, challenge)
    const mentor = await aReadyMentor(home, challenge)
    await wantMentor(submission.id)
    await db.insert(coachings).values({
      id: crypto.randomUUID(),
      mentorId: coach.id,
      studentId: author.id,
      organizationId: home.id,
      createdAt: new Date(),
    })
    expect(await offered(coach)).toBe(false)
    expect(await offered(mentor)).toBe(true)
  })

  it('a place of mentors, unless they are one', async () => {
    const { home, submission } = await aPool()
    await reviewAs(await aPeer(home, challenge), challenge)
    await reviewAs(await aPeer(home, challenge), challenge)
    await wantMentor(submission.id)
    expect(await offered(await aPeer(home, challenge))).toBe(false)
    expect(await offered(await aReadyMentor(home, challenge))).toBe(true)
  })

  it('the work of a person who reviewed theirs in this challenge', async () => {
    const home = await aProgramme()
    const [one, other] = [await aStudent({ in: home }), await aStudent({ in: home })]
    for (const each of [one, other]) {
      await aSubmission(each, challenge)
      await hasPractised(each, challenge)
    }
    await claimAs(one, challenge)
    expect(await offered(other)).toBe(false)
  })

  it('the same submission twice, nor one they gave back', async () => {
    const { home } = await aPool()
    const peer = await aPeer(home, challenge)
    const claimId = await claimAs(peer, challenge)
    expect((await peer.client.delete(`/api/claims/${claimId}?reason=conflict`)).status).toBe(204)
    expect(await offered(peer)).toBe(false)
  })

  it('the work of a person they know, in any challenge, nor the reverse', async () => {
    const { home, author, submission } = await aPool()
    const other = await aChallenge()
    const peer = await aPeer(home, challenge)
    const claimId = await claimAs(peer, challenge)
    await peer.client.delete(`/api/claims/${claimId}?reason=know-this-person`)

    expect(await placesOf(submission.id)).toMatchObject({ assigned: 0, wanted: 2 })
    const barred = and(
      eq(conflictsOfInterest.accountId, peer.id),
      eq(conflictsOfInterest.otherId, author.id),
    )
    expect(await db.select().from(conflictsOfInterest).where(barred)).toHaveLength(1)
    await aSubmission(author, other)
    await handedIn(peer, other)
    await hasPractised(peer, other)
    expect(await offered(peer, undefined, other)).toBe(false)
    await aSubmission(peer, challenge)
    await hasPractised(author, challenge)
    expect(await offered(author)).toBe(false)
  })
})

it('the database itself refuses a claim and a review of own work', async () => {
  const { home, author, submission } = await aPool()
  const at = new Date()
  const claim = {
    id: crypto.randomUUID(),
    submissionId: submission.id,
    reviewerId: author.id,
    authorId: author.id,
    organizationId: home.id,
    challengeId: challenge.id,
    role: 'peer' as const,
    claimedAt: at,
    leaseUntil: at,
  }
  await expect(db.insert(claims).values(claim)).rejects.toMatchObject({
    cause: expect.objectContaining({ message: expect.stringContaining('claim_of_own_work') }),
  })
  const reviewId = crypto.randomUUID()
  const [call, owner] = [sealingCall(), accountOwner(author.id)]
  const review = {
    id: reviewId,
    submissionId: submission.id,
    reviewerId: author.id,
    role: 'peer' as const,
    claimId: claim.id,
    worked: await seal(call, reviews.worked, reviewId, owner, 'Clear steps.'),
    tryNext: await seal(call, reviews.tryNext, reviewId, owner, 'Fewer words.'),
    handedInAt: at,
    effectiveAt: later(at, { minutes: 1 }),
    surplus: false,
  }
  await expect(db.insert(reviews).values(review)).rejects.toMatchObject({
    cause: expect.objectContaining({ message: expect.stringContaining('reviewer_is_author') }),
  })
})

describe('people who meet again', () => {
  it('within 90 days do so only in a small group', async () => {
    const { home, author, other } = await aPair()
    const peer = await aPeer(home, challenge)
    await handedIn(peer, other)
    await hasPractised(peer, other)
    await reviewAs(peer, challenge)
    await aSubmission(author, other)

    await countedAs(home, 'large')
    expect(await offered(peer, later(new Date(), { days: 80 }), other)).toBe(false)
    expect(await offered(peer, later(new Date(), { days: 91 }), other)).toBe(true)
  })

  it('in a small group may be given the same author in another challenge', async () => {
    const { home, author, other } = await aPair()
    const peer = await aPeer(home, challenge)
    await handedIn(peer, other)
    await hasPractised(peer, other)
    await reviewAs(peer, challenge)
    await aSubmission(author, other)
    expect(await offered(peer, later(new Date(), { hours: 1 }), other)).toBe(true)
  })

  it('in a large group do not review a person who reviewed them elsewhere, for 90 days', async () => {
    const { home, author, other } = await aPair()
    const peer = await aPeer(home, challenge)
    await reviewAs(peer, challenge)
    await aSubmission(peer, other)
    await handedIn(author, other)
    await hasPractised(author, other)

    await countedAs(home, 'large')
    expect(await offered(author, later(new Date(), { days: 80 }), other)).toBe(false)
    await countedAs(home, 'small')
    expect(await offered(author, later(new Date(), { days: 80 }), other)).toBe(true)
  })

  it('are not given work in a language they do not use here', async () => {
    const { home } = await aPool()
    const peer = await aPeer(home, challenge)
    await db.update(accounts).set({ language: 'es' }).where(eq(accounts.id, peer.id))
    expect(await offered(peer)).toBe(false)
  })
})

describe('a claim that is given back', () => {
  it('tells the admins about a distressing answer, and frees the place at once', async () => {
    const { home, submission } = await aPool()
    const peer = await aPeer(home, challenge)
    const claimId = await claimAs(peer, challenge)
    await peer.client.delete(`/api/claims/${claimId}?reason=distressing`)
    const notes = await db.select().from(outbox).where(eq(outbox.subjectId, submission.id))
    expect(notes.map(({ kind }) => kind)).toContain('answer.distressing')
    expect((await peer.client.get(`/api/claims/${claimId}`)).status).toBe(404)
  })

  it('for a worry tells the admins whom to ask, tells the coach, and names no student', async () => {
    const { home, author, submission } = await aPool()
    const [admin, coach] = [await anAdmin({ in: home }), await aMentor({ in: home })]
    const assigned = await admin.client.post('/api/coachings', {
      mentorId: coach.id,
      studentId: author.id,
    })
    expect(assigned.status, assigned.text).toBe(201)
    const former = await anAdmin({ in: home })
    await run('UPDATE memberships SET ended_at = ?2 WHERE account_id = ?1', former.id, Date.now())
    const peer = await aPeer(home, challenge)
    await peer.client.delete(`/api/claims/${await claimAs(peer, challenge)}?reason=distressing`)
    await settle()

    const mailTo = ({ email }: { email: string }) =>
      mailbox.findLast(({ to }) => to === email)?.text ?? ''
    for (const person of [admin, coach]) {
      expect(mailTo(person)).toMatch(/A student reviewer is worried\s+about an answer/)
      expect(mailTo(person)).toContain('Two boxes')
      expect(mailTo(person)).not.toContain(submission.id)
    }
    expect(mailTo(former)).toBe('')
    expect(mailTo(admin)).toContain('/cohorts#worried')
    expect(mailTo(coach)).toContain('/coaching')
    const page = await admin.client.get('/api/insights/worried')
    expect(page.body.worried).toMatchObject([{ challengeTitle: 'Two boxes', mentor: null }])
    expect(page.text).not.toContain(author.id)
    expect(page.text).not.toContain(peer.id)
    const elsewhere = await (await anAdmin()).client.get('/api/insights/worried')
    expect(elsewhere.body.worried).toEqual([])
  })

  it('for a worry is shown by name to an admin who asks, with an audit entry, and to nobody else', async () => {
    const { home, author, submission } = await aPool()
    const admin = await anAdmin({ in: home })
    const [mentor, elsewhere] = [await aMentor({ in: home }), await anAdmin()]
    const path = `/api/insights/worried/${submission.id}/author`
    expect((await admin.client.post(path)).status).toBe(404)

    const peer = await aPeer(home, challenge)
    await peer.client.delete(`/api/claims/${await claimAs(peer, challenge)}?reason=distressing`)
    expect((await elsewhere.client.post(path)).status).toBe(404)
    for (const { client } of [mentor, peer, author]) {
      expect((await client.post(path)).status).toBe(403)
    }
    const shown = await admin.client.post(path)
    expect(shown.body, shown.text).toEqual({ name: expect.stringMatching(/^Person /) })

    const trail = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'worry.author-shown'))
    const own = trail.filter(({ subjectId }) => subjectId === submission.id)
    expect(own).toMatchObject([{ actorId: admin.id, organizationId: home.id }])
    const { body } = await admin.client.get('/api/audit-entries')
    expect(body.entries).toContainEqual(
      expect.objectContaining({
        action: 'worry.author-shown',
        by: { kind: 'staff', id: admin.id, name: admin.name },
      }),
    )
    // A person who has read the author's name cannot review them.
    const known = await db
      .select()
      .from(conflictsOfInterest)
      .where(eq(conflictsOfInterest.accountId, admin.id))
    expect(known).toMatchObject([{ otherId: author.id }])
    const kept = await db
      .select()
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.accountId, admin.id))
    expect(JSON.stringify(kept)).not.toContain(shown.body.name)

    await leave(author)
    expect((await admin.client.post(path)).status).toBe(404)
  })

  it('for lack of time, three times in a week, makes the reviewer wait a day', async () => {
    const { home } = await aPool()
    for (let i = 0; i < 3; i++) await aSubmission(await aStudent({ in: home }), challenge)
    const peer = await aPeer(home, challenge)
    for (let i = 0; i < 3; i++) {
      const claimId = await claimAs(peer, challenge)
      await peer.client.delete(`/api/claims/${claimId}?reason=no-time`)
    }
    const refused = await peer.client.post('/api/claims', {})
    expect(refused).toMatchObject({ status: 429, body: { type: '/problems/released-too-often' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000)
    expect(await offered(peer, later(new Date(), { hours: 25 }))).toBe(true)
  })

  it('twice counts once', async () => {
    const { home, submission } = await aPool()
    const peer = await aPeer(home, challenge)
    const claimId = await claimAs(peer, challenge)
    const release = () => peer.client.delete(`/api/claims/${claimId}?reason=language`)
    const statuses = (await Promise.all([release(), release()])).map(({ status }) => status)
    expect(statuses).toContain(204)
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 0 })
  })
})

describe('a lease', () => {
  it('lapses after two hours and frees its place; what was written stays', async () => {
    const { home, submission } = await aPool()
    const peer = await aPeer(home, challenge)
    const claimId = await claimAs(peer, challenge)
    await saveDraft(peer, claimId, 0)
    const { ratings } = aReview(3)
    await peer.client.post(`/api/claims/${claimId}/levels`, { ratings: levelsOf(ratings) })
    await tickAt(later(new Date(), { minutes: 119 }))
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 1 })
    await tickAt(later(new Date(), { minutes: 121 }))
    expect(await placesOf(submission.id)).toMatchObject({ assigned: 0 })

    const { body } = await peer.client.get(`/api/claims/${claimId}`)
    expect(body).toMatchObject({ state: 'lapsed', draft: { version: 1, worked: 'Half a thought' } })
    expect(body.answers).toBeUndefined()
    expect(body.locked).toEqual(levelsOf(ratings))
    // If they get the same answer again, they find what they had written. They have read its
    // choices, so the levels stay fixed.
    const again = await claimAs(peer, challenge)
    const { draft, locked } = (await peer.client.get(`/api/claims/${again}`)).body
    expect(draft.worked).toBe('Half a thought')
    expect(locked).toEqual(levelsOf(ratings))
  })

  it('is renewed by each saved draft, up to eight hours', async () => {
    const { home } = await aPool()
    const peer = await aPeer(home, challenge)
    const start = new Date()
    const claimId = await claimAs(peer, challenge, start)
    const save = (hours: number, version: number) =>
      saveDraft(peer, claimId, version, later(start, { hours }))
    const first = await save(1, 0)
    expect(hoursBetween(start, first.body.leaseUntil)).toBeCloseTo(3, 1)
    const last = await save(7, 1)
    expect(hoursBetween(start, last.body.leaseUntil)).toBeCloseTo(8, 1)
  })

  it('a saved draft leaves no audit entry', async () => {
    const { home } = await aPool()
    const peer = await aPeer(home, challenge)
    const claimId = await claimAs(peer, challenge)
    for (const version of [0, 1]) {
      expect((await saveDraft(peer, claimId, version)).status).toBe(200)
    }
    const { action, actorId } = auditEntries
    const entries = await db.select({ action }).from(auditEntries).where(eq(actorId, peer.id))
    expect(entries.map((entry) => entry.action)).toEqual(['claim.made'])
  })

  it('a draft saved from an out-of-date window is refused, and nothing is lost', async () => {
    const { home } = await aPool()
    const peer = await aPeer(home, challenge)
    const claimId = await claimAs(peer, challenge)
    const [one, other] = await Promise.all([
      saveDraft(peer, claimId, 0),
      saveDraft(peer, claimId, 0),
    ])
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 409]))
    const stale = await saveDraft(peer, claimId, 4)
    expect(stale).toMatchObject({ status: 409, body: { type: '/problems/stale-version' } })
  })
})

describe('GET /api/review-work', () => {
  it('says how many wait and since when, what is owed, and what comes first', async () => {
    const home = await aProgramme()
    const oldest = later(new Date(), { hours: -30 })
    await aSubmission(await aStudent({ in: home }), challenge, { at: oldest })
    await aSubmission(await aStudent({ in: home }), challenge)
    const peer = await aStudent({ in: home })
    await handedIn(peer, challenge)

    const { body } = await peer.client.get('/api/review-work')
    expect(body).toMatchObject({
      role: 'peer',
      claim: null,
      owed: { owed: 2, done: 0, atMost: 5 },
      challenges: [
        {
          challengeId: challenge.id,
          waiting: 2,
          practiceNeeded: 2,
          owed: 2,
          done: 0,
          title: 'Two boxes',
        },
      ],
    })
    expect(
      hoursBetween(new Date(body.challenges[0].oldestAt), new Date().toISOString()),
    ).toBeGreaterThan(29)

    await hasPractised(peer, challenge)
    const { reviewId } = await reviewAs(peer, challenge)
    expect(reviewId).toBeTruthy()
    const after = await peer.client.get('/api/review-work')
    expect(after.body).toMatchObject({
      owed: { done: 1 },
      challenges: [{ waiting: 1, practiceNeeded: 0 }],
    })
  })

  it('owes five reviews for the first hand-in in a challenge and three for the next', async () => {
    const peer = await aStudent()
    await handedIn(peer, challenge)
    await handedIn(peer, challenge)
    const { body } = await peer.client.get('/api/review-work')
    expect(body).toMatchObject({ owed: { atMost: 8 }, challenges: [{ atMost: 8 }] })
  })

  it('tells a mentor where peers still review, because a mentor is asked after them', async () => {
    const [home, other] = [await aProgramme(), await aChallenge()]
    const author = await aStudent({ in: home })
    await aSubmission(author, challenge)
    const [mentor, coach] = [await aMentor({ in: home }), await aMentor({ in: home })]
    await db.insert(coachings).values({
      id: crypto.randomUUID(),
      organizationId: home.id,
      studentId: author.id,
      mentorId: coach.id,
      createdAt: new Date(),
    })
    const soonFor = async ({ client }: Person) => {
      const { body } = await client.get('/api/review-work')
      const named = (id: string) =>
        body.challenges.find((one: { challengeId: string }) => one.challengeId === id)
      return [challenge, other].map(({ id }) => [named(id).waiting, named(id).soon])
    }
    expect(await soonFor(mentor)).toEqual([
      [0, true],
      [0, false],
    ])
    // Nobody judges students they coach.
    expect((await soonFor(coach))[0]).toEqual([0, false])
  })

  it('shows a mentor what waits for mentors', async () => {
    const { home, submission } = await aPool()
    await wantMentor(submission.id)
    const mentor = await aMentor({ in: home })
    const { body } = await mentor.client.get('/api/review-work')
    expect(body).toMatchObject({ role: 'mentor', owed: null })
    expect(body.challenges[0]).toMatchObject({ challengeId: challenge.id, waiting: 1 })
  })
})

describe('a promised date', () => {
  it('moves work ahead, calls mentors, tells the admins, and is reported when missed', async () => {
    const { home, author, submission } = await aPool()
    for (const peer of [1, 2]) await aPeer(home, challenge, `Peer ${peer}`)
    for (const mentor of [1, 2]) await aMentor({ in: home, name: `Mentor ${mentor}` })
    const { at } = submission
    await tickAt(later(at, { days: 2 }))
    expect(await placesOf(submission.id)).toMatchObject({ late: false })
    await tickAt(later(at, { days: 3, minutes: 1 }))
    expect(await placesOf(submission.id)).toMatchObject({ late: true, wanted: 2 })
    await tickAt(later(at, { days: 4, minutes: 1 }))
    expect(await placesOf(submission.id, 'mentor')).toMatchObject({ wanted: 2 })
    await tickAt(later(at, { days: 6, minutes: 1 }))
    await tickAt(later(at, { days: 7, minutes: 1 }))
    const notes = await db.select().from(outbox).where(eq(outbox.subjectId, submission.id))
    const kinds = notes.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['promise.near', 'promise.missed']))

    const { body } = await author.client.get(`/api/attempts/${submission.attemptId}/result`)
    expect(body).toMatchObject({
      state: 'waiting',
      dateMoved: true,
      expectedBy: endOfDay(submission.promisedAt, 2, 'UTC').toISOString(),
    })
  })
})

describe('a reminder', () => {
  it('goes to an author who owes reviews while work waits, first a day after the hand-in', async () => {
    const { author, submission, home } = await aPool()
    const kinds = async () =>
      (await db.select().from(outbox).where(eq(outbox.subjectId, submission.id))).map(
        ({ kind }) => kind,
      )
    await tickAt(later(submission.at, { hours: 25 }))
    expect(await kinds()).not.toContain('review.owed')
    await aSubmission(await aStudent({ in: home }), challenge)
    await tickAt(later(submission.at, { hours: 38 }))
    await tickAt(later(submission.at, { hours: 51 }))
    expect((await kinds()).filter((kind) => kind === 'review.owed')).toHaveLength(1)
    expect(author.id).toBeTruthy()
  })

  it('says that practice comes first, and how long it takes, to people who have not practised', async () => {
    const { home, author, submission } = await aPool()
    const [newMentor, readyMentor] = [
      await aMentor({ in: home, name: 'New' }),
      await aReadyMentor(home, challenge, 'Ready'),
    ]
    await wantMentor(submission.id)
    await db.insert(reminders).values({
      submissionId: submission.id,
      kind: 'mentor-place',
      organizationId: home.id,
      dueAt: later(submission.at, { hours: 24 }),
      sent: false,
    })
    const other = await aPeer(home, challenge)
    const { at } = await aSubmission(other, challenge)
    await tickAt(later(at, { hours: 25 }))
    await settle(later(at, { hours: 25 }))

    const notes = await db.select().from(outbox).where(eq(outbox.subjectId, submission.id))
    expect(notes.map(({ kind }) => kind)).toContain('mentor-review.waiting')
    for (const person of [newMentor, author]) {
      expect(mailsAbout(person)).toEqual([
        expect.stringMatching(
          /you need to judge two practice\s+answers.*practice takes about 10 minutes/s,
        ),
      ])
    }
    expect(mailsAbout(readyMentor)).toEqual([
      expect.stringMatching(/You are one of the people who can review it/),
    ])
    const toOther = mailbox.filter(({ to }) => to === other.email)
    expect(toOther.map(({ text }) => text)).toEqual([
      // Only one answer waits, although five are owed.
      expect.stringMatching(
        /You have one review to do now in “Two boxes”\. It\s+takes about\s+10\s+minutes/,
      ),
    ])
  })
})

async function aCohort(home: Organization) {
  const id = crypto.randomUUID()
  await db
    .insert(cohorts)
    .values({ id, organizationId: home.id, name: id.slice(0, 8), createdAt: new Date() })
  return id
}

async function joins(cohortId: string, { membershipId }: { membershipId: string }) {
  await db.insert(cohortMembers).values({ cohortId, membershipId })
}

/** An author whose work waits in the usual challenge, and a second challenge. */
async function aPair() {
  const { home, author } = await aPool()
  return { home, author, other: await aChallenge() }
}

async function countedAs(home: Organization, size: 'small' | 'large') {
  await db
    .update(reviewPools)
    .set({ small: size === 'small' })
    .where(eq(reviewPools.organizationId, home.id))
}

async function aPool() {
  const home = await aProgramme()
  const author = await aStudent({ in: home })
  const submission = await aSubmission(author, challenge)
  return { home, author, submission }
}

async function offered({ client }: Pick<Person, 'client'>, at?: Date, where = challenge) {
  const asking = at ? client.at(at) : client
  const { status, body } = await asking.post('/api/claims', { challengeId: where.id })
  if (status >= 400) throw new Error(`Refused: ${status} ${body.type}`)
  return Boolean(body.claim)
}

function placesOf(submissionId: string, kind: 'peer' | 'mentor' = 'peer') {
  return db
    .select()
    .from(submissionQueue)
    .where(and(eq(submissionQueue.submissionId, submissionId), eq(submissionQueue.kind, kind)))
    .get()
}

async function wantMentor(submissionId: string) {
  await db
    .update(submissionQueue)
    .set({ wanted: 1 })
    .where(and(eq(submissionQueue.submissionId, submissionId), eq(submissionQueue.kind, 'mentor')))
}

const mailsAbout = ({ email }: { email: string }) =>
  mailbox
    .filter(({ to, text }) => to === email && /been waiting a\s+day/.test(text))
    .map(({ text }) => text)

function claimOf(id: string) {
  return db
    .select()
    .from(claims)
    .where(and(eq(claims.id, id), isNull(claims.endedAt)))
    .get()
}

function saveDraft(
  { client }: Pick<Person, 'client'>,
  claimId: string,
  version: number,
  at?: Date,
) {
  const draft = { version, ratings: [], worked: 'Half a thought', tryNext: '' }
  return (at ? client.at(at) : client).put(`/api/claims/${claimId}/draft`, draft)
}

const hoursBetween = (from: Date, to: string) =>
  (new Date(to).getTime() - from.getTime()) / 3_600_000
