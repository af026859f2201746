import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { credentials } from '../../../worker/credentials/tables.ts'
import { delayedResults } from '../../../worker/scoring/tables.ts'
import { aProgramme, aStudent, db, type Organization, type Person } from '../../support/builders.ts'
import { mailbox } from '../../support/mailbox.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  hasPractised,
  later,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { sessionAt } from '../../support/session-at.ts'
import { settle, tickAt } from '../../support/settle.ts'
import { leave } from '../../support/traffic/rows.ts'

let challenge: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
})

describe('a student who owes reviews', () => {
  it('has the decision, the badge and a mail at once; comments and levels say what opens them', async () => {
    const round = await aDecidedRound({ work: 5 })
    const { body, text } = await round.result()
    expect(body).toMatchObject({
      state: 'decided',
      decision: 'proficient',
      level: 3,
      reviewers: { peers: 2, mentors: 1 },
      delay: { owed: 5, done: 0, minutesLeft: 25, waitsFor: 'reviews' },
      comments: [],
      criteria: [],
      choices: [],
      nextStep: null,
      revision: { until: null, criteria: [], questions: 0 },
    })
    expect(new Date(body.delay.opensAt)).toEqual(later(round.decidedAt, { days: 7 }))
    expect(text).not.toMatch(/The door and the box|mean|indicator"|the answer says/)
    const badge = await db.select().from(credentials).where(eq(credentials.studentId, round.id))
    expect(badge).toHaveLength(1)
    expect(round.mails()).toEqual([
      expect.stringMatching(/when you have done your reviews, or on .+ at the latest/),
      expect.stringMatching(/signed badge/),
    ])
  })

  it('sees them a minute after the last review, and is told; an undo does not show them', async () => {
    const round = await aDecidedRound({ work: 5 })
    let at = later(round.decidedAt, { hours: 1 })
    for (let n = 1; n <= 4; n++) at = later((await round.review(at)).at, { minutes: 6 })
    await settle(at)
    expect((await round.result(at)).body.delay).toMatchObject({ done: 4, minutesLeft: 4 })

    const last = await round.review(at)
    const soon = await round.result(later(last.at, { minutes: 0.5 }))
    expect(soon.body).toMatchObject({ delay: { done: 5, waitsFor: 'undo' }, comments: [] })
    const client = await sessionAt(round.author, last.at)
    await client.delete(`/api/claims/${last.claimId}/review`)
    expect((await round.result(later(last.at, { minutes: 3 }))).body.delay).toMatchObject({
      done: 4,
    })

    const again = await round.handIn(last.claimId, later(last.at, { minutes: 5 }))
    const opened = later(again, { minutes: 2 })
    // Before the note of the review has run, the page is right already.
    expect((await round.result(opened)).body).toMatchObject({ delay: null })
    await settle(opened)
    expect(await round.stored()).toMatchObject({ openedBy: 'done' })
    const { body } = await round.result(opened)
    expect(body.comments).toHaveLength(3)
    expect(body.criteria).toHaveLength(4)
    expect(round.mails().at(-1)).toMatch(/You can now read the comments and levels/)
  })

  it('sees them a week after the decision whatever they did, and is told once', async () => {
    const round = await aDecidedRound({ work: 5 })
    await tickAt(later(round.decidedAt, { days: 6, hours: 23 }))
    expect((await round.result(later(round.decidedAt, { days: 6 }))).body.delay).not.toBeNull()
    const end = later(round.decidedAt, { days: 7, minutes: 1 })
    expect((await round.result(end)).body.delay).toBeNull()
    await tickAt(end)
    await tickAt(later(end, { hours: 5 }))
    expect(await round.stored()).toMatchObject({ openedBy: 'time' })
    expect(round.mails().filter((text) => /You can now read/.test(text))).toHaveLength(1)
  })

  it('sees them once there was nothing to review for 48 hours', async () => {
    const round = await aDecidedRound({ work: 0 })
    const { decidedAt } = round
    await tickAt(later(decidedAt, { minutes: 1 }))
    const { body } = await round.result(later(decidedAt, { minutes: 2 }))
    // Nothing was there to review since the hand-in.
    expect(body.delay).toMatchObject({ waitsFor: 'work', done: 0 })
    expect(new Date(body.delay.opensAt)).toEqual(later(round.handedInAt, { hours: 48 }))
    await tickAt(later(round.handedInAt, { hours: 48, minutes: 1 }))
    expect(await round.stored()).toMatchObject({ openedBy: 'idle' })
    expect((await round.result(later(decidedAt, { days: 3 }))).body.comments).toHaveLength(3)
  })

  it('waits again if work comes within these 48 hours', async () => {
    const round = await aDecidedRound({ work: 0 })
    const { handedInAt } = round
    await tickAt(later(handedInAt, { hours: 40 }))
    await aSubmission(await aStudent({ in: round.home }), challenge)
    for (let hours = 42; hours <= 60; hours += 2) await tickAt(later(handedInAt, { hours }))
    expect(await round.stored()).toMatchObject({ openedBy: null, idleSince: null })
    const { body } = await round.result(later(handedInAt, { hours: 60 }))
    expect(body.delay).toMatchObject({ waitsFor: 'reviews' })
    expect(new Date(body.delay.opensAt)).toEqual(later(round.decidedAt, { days: 7 }))
  })
})

describe('nobody is kept out', () => {
  it('who has done the reviews before the decision', async () => {
    const round = await aDecidedRound({ work: 5, firstGives: 5 })
    expect(await round.stored()).toBeUndefined()
    expect((await round.result()).body).toMatchObject({ delay: null, comments: [{}, {}, {}] })
  })

  it('who has left the programme', async () => {
    const round = await aDecidedRound({ work: 5 })
    await leave(round.author)
    expect((await round.result()).body).toMatchObject({ delay: null, comments: [{}, {}, {}] })
    await tickAt(later(round.decidedAt, { hours: 3 }))
    expect(await round.stored()).toMatchObject({ openedBy: 'left' })
    expect(round.mails().filter((text) => /You can now read/.test(text))).toEqual([])
  })

  it('whose result was open before this rule came', async () => {
    const round = await aDecidedRound({ work: 5 })
    await db.delete(delayedResults).where(eq(delayedResults.submissionId, round.submissionId))
    expect((await round.result()).body.delay).toBeNull()
  })
})

interface Shape {
  /** Answers of others that wait for reviews. */
  work: number
  /** Reviews that the author gives before the decision. */
  firstGives?: number
}

/** A round that two peers and a mentor decide on the first day, proficient. */
async function aDecidedRound({ work, firstGives = 0 }: Shape) {
  const home = await aProgramme()
  const mentor = await aReadyMentor(home, challenge)
  const author = await aStudent({ in: home })
  const { id: submissionId, attemptId, at } = await aSubmission(author, challenge)
  await hasPractised(author, challenge)
  const judges = [await aPeer(home, challenge), await aPeer(home, challenge)]
  let now = at
  const judge = async (person: Person) => {
    const reviewed = await reviewAs(person, challenge, { at: now })
    now = later(reviewed.at, { minutes: 2 })
    await settle(now)
  }
  for (const peer of judges) await judge(peer)
  await addWork(home, work, now)
  for (let n = 0; n < firstGives; n++) {
    await judge(author)
    now = later(now, { minutes: 6 })
  }
  await judge(mentor)
  await tickAt(later(now, { minutes: 1 }))
  const decidedAt = await db
    .select({ opensAt: delayedResults.opensAt })
    .from(delayedResults)
    .where(eq(delayedResults.submissionId, submissionId))
    .get()
  return {
    home,
    author,
    id: author.id,
    submissionId,
    handedInAt: at,
    decidedAt: decidedAt ? later(decidedAt.opensAt, { days: -7 }) : now,
    result: async (when = later(now, { minutes: 10 })) =>
      (await sessionAt(author, when)).get(`/api/attempts/${attemptId}/result`),
    review: async (when: Date) => reviewAs(author, challenge, { at: when }),
    async handIn(claimId: string, when: Date) {
      const client = await sessionAt(author, when)
      expect((await client.post(`/api/claims/${claimId}/review`, aReview())).status).toBe(201)
      return when
    },
    stored: () =>
      db.select().from(delayedResults).where(eq(delayedResults.submissionId, submissionId)).get(),
    mails: () => mailbox.filter(({ to }) => to === author.email).map(({ text }) => text),
  }
}

async function addWork(home: Organization, count: number, at: Date): Promise<void> {
  for (let n = 0; n < count; n++) {
    await aSubmission(await aStudent({ in: home }), challenge, { at })
  }
}
