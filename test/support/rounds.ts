import { isNull } from 'drizzle-orm'

import { delayedResults } from '../../worker/scoring/tables.ts'
import { settle } from './settle.ts'
import { aProgramme, aStudent, db, type Organization, type Person } from './builders.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  claimAs,
  later,
  type TestChallenge,
} from './reviews.ts'

/** Levels with which the second answer's two criteria stay open, and the first answer's are proved. */
export const halfProved = [3, 3, 1, 1] as const

/** A text for the open question, with more than fifteen words changed. */
export const changedText =
  'Before we carry a single box, Mr Petrov and I agree who calls the lift, and I ask each of you what went wrong today.'

export interface ClosedRound {
  home: Organization
  challenge: TestChallenge
  author: Person
  peers: Person[]
  mentor: Person
  attemptId: string
  submissionId: string
  /** Some minutes after the decision. */
  now: Date
}

/** A first round of two peers and a mentor that closed; by default two criteria stay open. */
export async function aClosedRound(
  levels: readonly number[] = halfProved,
  where: { home?: Organization; challenge?: TestChallenge; at?: Date } = {},
): Promise<ClosedRound> {
  const { home = await aProgramme(), challenge = await aChallenge(), at = new Date() } = where
  const author = await aStudent({ in: home, name: 'Noor Haddad' })
  const submission = await aSubmission(author, challenge, { at })
  const peers = [await aPeer(home, challenge), await aPeer(home, challenge)]
  const mentor = await aReadyMentor(home, challenge)
  let now = later(at, { minutes: 1 })
  for (const person of [...peers, mentor]) {
    now = await judge(person, challenge, now, levels)
  }
  const { id: submissionId, attemptId } = submission
  return { home, challenge, author, peers, mentor, attemptId, submissionId, now }
}

/** Claims the next answer, and reviews the criteria that are asked; returns when it has settled. */
export async function judge(
  person: Person,
  challenge: TestChallenge,
  at: Date,
  levels: number | readonly number[] = 3,
): Promise<Date> {
  const claimId = await claimAs(person, challenge, at)
  const client = person.client.at(later(at, { minutes: 2 }))
  const desk = await client.get(`/api/claims/${claimId}`)
  const asked: string[] = desk.body.criteria.map((each: { competency: string }) => each.competency)
  const review = aReview(levels)
  const ratings = review.ratings.filter(({ criterion }) => asked.includes(criterion))
  const { status, text } = await client.post(`/api/claims/${claimId}/review`, {
    ...review,
    ratings,
  })
  if (status !== 201) throw new Error(`No review: ${status} ${text}`)
  const settled = later(at, { minutes: 4 })
  await settle(settled)
  // As if the authors had done the reviews that they owe.
  await db
    .update(delayedResults)
    .set({ openedAt: settled, openedBy: 'done' })
    .where(isNull(delayedResults.openedAt))
  return later(settled, { minutes: 1 })
}

/** Opens the next round, and hands it in with another text for the open question. */
export async function aSecondHandIn(round: ClosedRound, text = changedText): Promise<Date> {
  const { author, attemptId, now } = round
  const client = author.client.at(now)
  const opened = await client.post(`/api/attempts/${attemptId}/rounds`)
  if (opened.status !== 201) throw new Error(opened.text)
  const handIn = { round: opened.body.round, answers: { after: text } }
  const { status, text: said } = await client.post(`/api/attempts/${attemptId}/submission`, handIn)
  if (status !== 201) throw new Error(said)
  await settle(now)
  return later(now, { minutes: 1 })
}
