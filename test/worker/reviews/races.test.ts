import { eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { coachings } from '../../../worker/organizations/tables.ts'
import { claims, submissionQueue } from '../../../worker/reviews/tables.ts'
import { aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  claimAs,
  hasPractised,
  later,
  type TestChallenge,
} from '../../support/reviews.ts'
import { contenders, rounds } from '../../support/size.ts'
import { tickAt } from '../../support/settle.ts'

describe('the last place', () => {
  it('goes to two of two hundred who ask at once, in every round', async () => {
    const home = await aProgramme()
    const challenge = await aChallenge()
    const peers = await many(contenders, () => aPeer(home, challenge))
    let asking = peers
    for (let round = 0; round < rounds && asking.length > 2; round++) {
      const submission = await aSubmission(await aStudent({ in: home }), challenge)
      const answers = await Promise.all(asking.map((peer) => ask(peer, challenge)))

      expect(answers.filter(({ status }) => status >= 400)).toEqual([])
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
      const taken = await db.select().from(claims).where(eq(claims.submissionId, submission.id))
      expect(new Set(taken.map(({ reviewerId }) => reviewerId)).size).toBe(2)
      expect(await placesOf(submission.id)).toMatchObject([
        { assigned: 2, wanted: 2 },
        { assigned: 0 },
      ])
      asking = asking.filter(({ id }) => !taken.some(({ reviewerId }) => reviewerId === id))
    }
  })

  it('is one place, however many simultaneous requests one reviewer sends', async () => {
    const home = await aProgramme()
    const challenge = await aChallenge()
    await many(5, async () => aSubmission(await aStudent({ in: home }), challenge))
    const peer = await aPeer(home, challenge)
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(peer, challenge)))
    expect(answers.filter(({ status }) => status >= 400)).toEqual([])
    expect(new Set(answers.map(({ body }) => body.claim.id)).size).toBe(1)
  })

  it('is counted correctly when a lapse and a hand-in coincide', async () => {
    const home = await aProgramme()
    const challenge = await aChallenge()
    for (let round = 0; round < rounds; round++) {
      const submission = await aSubmission(await aStudent({ in: home }), challenge)
      const peers = await many(2, () => aPeer(home, challenge))
      const claimIds = await Promise.all(peers.map((peer) => claimAs(peer, challenge)))
      const end = later(new Date(), { hours: 2, minutes: 1 })
      const handIn = ({ client }: Person, at: number) =>
        client.at(end).post(`/api/claims/${claimIds[at]}/review`, aReview(3))

      const [, ...answers] = await Promise.all([tickAt(end), ...peers.map(handIn), tickAt(end)])
      expect(answers.slice(0, 2)).toMatchObject([{ status: 201 }, { status: 201 }])
      // A claim that lapsed before its hand-in took its place again: nobody else had asked for it.
      expect(await placesOf(submission.id)).toMatchObject([{ assigned: 2, wanted: 2 }, {}])
    }
  })
})

it('a whole group that asks at once, again and again, is given work of others, and never of each other', async () => {
  const home = await aProgramme()
  const challenge = await aChallenge()
  const students = await many(40, () => aStudent({ in: home }))
  const coach = await aReadyMentor(home, challenge)
  for (const student of students) {
    await aSubmission(student, challenge)
    await hasPractised(student, challenge)
  }
  const [coached] = students
  await db.insert(coachings).values({
    id: crypto.randomUUID(),
    mentorId: coach.id,
    studentId: coached?.id ?? '',
    organizationId: home.id,
    createdAt: new Date(),
  })
  const isTheirs = inArray(
    claims.reviewerId,
    [coach, ...students].map(({ id }) => id),
  )
  for (let round = 0; round < rounds; round++) {
    await db
      .update(submissionQueue)
      .set({ wanted: sql`min(20, assigned + 1)` })
      .where(eq(submissionQueue.pool, home.id))
    const answers = await Promise.all([coach, ...students].map((each) => ask(each, challenge)))
    expect(answers.filter(({ status }) => status >= 400)).toEqual([])
    const made = await db.select().from(claims).where(isTheirs)
    const live = made.filter(({ endedAt }) => endedAt === null)
    expect(new Set(live.map(({ reviewerId }) => reviewerId)).size).toBe(live.length)
    const pairs = new Set(made.map(({ reviewerId, authorId }) => `${reviewerId} ${authorId}`))
    expect(pairs.size).toBe(made.length)
    for (const { reviewerId, authorId } of made) {
      expect(reviewerId).not.toBe(authorId)
      expect(pairs.has(`${authorId} ${reviewerId}`)).toBe(false)
    }
    expect(pairs.has(`${coach.id} ${coached?.id}`)).toBe(false)
    await db.update(claims).set({ endedAt: new Date(), endReason: 'submitted' }).where(isTheirs)
  }
  const over = await db.select().from(submissionQueue).where(eq(submissionQueue.pool, home.id))
  expect(over.filter(({ assigned, wanted }) => assigned > wanted)).toEqual([])
  const given = await db.$count(claims, isTheirs)
  expect(given).toBe(over.reduce((sum, { assigned }) => sum + assigned, 0))
  expect(given).toBeGreaterThan(60)
})

function ask({ client }: Person, { id }: TestChallenge) {
  return client.post('/api/claims', { challengeId: id })
}

function placesOf(submissionId: string) {
  return db
    .select()
    .from(submissionQueue)
    .where(eq(submissionQueue.submissionId, submissionId))
    .orderBy(submissionQueue.wanted)
    .then((rows) => rows.toReversed())
}

function many<Item>(count: number, make: () => Promise<Item>): Promise<Item[]> {
  return Promise.all(Array.from({ length: count }, make))
}
