import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'

import { evidenceHash, sealAnswers } from '../../worker/attempts/answers.ts'
import { attempts, rounds, submissions, turns } from '../../worker/attempts/tables.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import { requestReviews } from '../../worker/reviews/promise/request-reviews.ts'
import { keepPublicItems } from '../../worker/reviews/calibration/keep-public-items.ts'
import { practiceResults } from '../../worker/reviews/calibration-tables.ts'
import { delayedResults } from '../../worker/scoring/tables.ts'
import {
  type Publication,
  publishChallengeVersion,
} from '../../worker/scenarios/publish/publish-challenge-version.ts'
import { aMentor, aStudent, db, type Organization, type Person } from './builders.ts'
import { aPublication, type Edit } from './small-challenge.ts'
import { sealingCall } from './sealing.ts'

export const criteria = [
  'agree-the-work',
  'share-what-you-know',
  'work-through-disagreement',
  'weigh-other-views',
]

export interface TestChallenge {
  id: string
  hash: string
}

/** Minutes, hours and days after a moment. */
export const later = (from: Date, { minutes = 0, hours = 0, days = 0 }) =>
  new Date(from.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)

/** A challenge without hidden items, so that each claim is on a submission. */
export async function aChallenge(): Promise<TestChallenge> {
  return aVersion(`two-boxes-${crypto.randomUUID().slice(0, 8)}`)
}

/** A challenge whose four hidden items are given to reviewers. */
export async function aChallengeWithItems(): Promise<TestChallenge> {
  const challenge = await published(aPublication(`two-boxes-${crypto.randomUUID().slice(0, 8)}`))
  const noteId = crypto.randomUUID()
  await keepPublicItems(systemCall(env, `outbox:${noteId}:items`), {
    id: noteId,
    kind: 'challenge.published',
    subjectId: challenge.hash,
    payload: {},
  })
  return challenge
}

/** A version of a challenge without hidden items, changed by `edits`. */
export async function aVersion(id: string, edits: readonly Edit[] = []): Promise<TestChallenge> {
  return published(withoutItems(aPublication(id, edits)))
}

function withoutItems({ version, outline }: Publication): Publication {
  const calibration = version.calibration.filter(({ use }) => use === 'practice')
  return { version: { ...version, calibration }, outline }
}

async function published(publication: Publication): Promise<TestChallenge> {
  const { id } = publication.version.challenge
  const call = systemCall(env, `publish:${id}:${crypto.randomUUID()}`)
  const { hash } = await publishChallengeVersion(call, publication)
  return { id, hash }
}

interface HandIn {
  at?: Date
  answers?: Record<string, string>
}

const usualAnswers = {
  plan: 'Amara, you take the door and I take the big box up the stairs before noon.',
  after: 'Next time we call about the lift first, and each of us says which box is theirs.',
}

const path = [
  ['choice', 'ask-amara', 'hall'],
  ['choice', 'call-lift', 'talk'],
  ['answer', 'plan', 'stairs'],
  ['choice', 'write-note', 'landing'],
  ['answer', 'after', 'ending'],
] as const

/** An attempt that was played to its end and handed in; no reviews have been requested. */
export async function handedIn(author: Person, challenge: TestChallenge, options: HandIn = {}) {
  const { at = new Date(), answers = usualAnswers } = options
  const attemptId = crypto.randomUUID()
  const id = crypto.randomUUID()
  const evidenceSalt = '5f0c1d2e3a4b59687786a5b4c3d2e1f0'
  const common = {
    studentId: author.id,
    organizationId: author.organizationId,
    challengeId: challenge.id,
    versionHash: challenge.hash,
    skill: 'collaboration',
  }
  await db.batch([
    db.insert(attempts).values({
      ...common,
      id: attemptId,
      state: 'handed-in',
      round: 1,
      inkState: '{}',
      startedAt: later(at, { minutes: -20 }),
      closesAt: later(at, { days: 30 }),
      endedAt: at,
      sitting: 'unsupervised',
      identity: 'not checked',
    }),
    db.insert(turns).values(
      path.map(([kind, choiceId, passageId], index) => {
        return { attemptId, number: index + 1, kind, choiceId, passageId, inkState: '{}', at }
      }),
    ),
    db.insert(rounds).values({
      attemptId,
      number: 1,
      state: 'open',
      openCriteria: JSON.stringify(criteria),
      openedAt: at,
    }),
    db.insert(submissions).values({
      ...common,
      id,
      attemptId,
      round: 1,
      language: 'en',
      answers: await sealAnswers(sealingCall(), { id, studentId: author.id }, answers),
      evidenceHash: await evidenceHash(evidenceSalt, answers),
      evidenceSalt,
      kind: 'attempt',
      at,
      promisedAt: later(at, { days: 7 }),
    }),
  ])
  return { id, attemptId, at, promisedAt: later(at, { days: 7 }) }
}

/** A submission that was handed in, with two peer reviews requested. */
export async function aSubmission(author: Person, challenge: TestChallenge, options: HandIn = {}) {
  const submission = await handedIn(author, challenge, options)
  await requestReviewsFor(submission.id, submission.at)
  return submission
}

export async function requestReviewsFor(subjectId: string, at: Date): Promise<void> {
  const noteId = crypto.randomUUID()
  const call = systemCall(env, `outbox:${noteId}:places`, at)
  await requestReviews(call, { id: noteId, kind: 'attempt.submitted', subjectId, payload: {} })
}

export async function hasPractised(person: Person, challenge: TestChallenge): Promise<void> {
  const result = {
    accountId: person.id,
    versionHash: challenge.hash,
    challengeId: challenge.id,
    levels: '{}',
    at: new Date(),
  }
  await db
    .insert(practiceResults)
    .values(['low-practice', 'high-practice'].map((itemId) => ({ ...result, itemId })))
}

/** A peer who may review at once: has handed in and practised, and has no work in the queue. */
export async function aPeer(home: Organization, challenge: TestChallenge, name?: string) {
  const peer = await aStudent({ in: home, ...(name ? { name } : {}) })
  await handedIn(peer, challenge)
  await hasPractised(peer, challenge)
  return peer
}

export async function aReadyMentor(home: Organization, challenge: TestChallenge, name?: string) {
  const mentor = await aMentor({ in: home, ...(name ? { name } : {}) })
  await hasPractised(mentor, challenge)
  return mentor
}

type Levels = number | readonly number[]

/** A whole review: one level for all criteria, or one for each. */
export function aReview(levels: Levels = 3, comment = 'The door and the box have a name each.') {
  const level = (at: number) => (typeof levels === 'number' ? levels : (levels[at] ?? 3))
  return {
    ratings: criteria.map((criterion, at) => ({
      criterion,
      level: level(at),
      indicators: ticksFor(level(at)),
      reason: `For ${criterion} the answer says "you take the door", and so on.`,
    })),
    worked: `${comment} That is what makes the plan work.`,
    tryNext: 'Say what happens when the lift runs again before you are up.',
  }
}

/**
 * Ticks for which `proposedLevel` gives this level: level 4 also needs those of 3, and 1 needs
 * none.
 */
function ticksFor(level: number): string[] {
  if (level === 1) return []
  const ticked = level === 4 ? [3, 4] : [level]
  return ticked.flatMap((each) => [`${each}a`, `${each}b`])
}

/** Takes the person's next claim; throws if there is none. */
export async function claimAs(
  person: Person,
  challenge: TestChallenge,
  at?: Date,
): Promise<string> {
  const client = at ? person.client.at(at) : person.client
  const { status, body } = await client.post('/api/claims', { challengeId: challenge.id })
  if (status !== 201) throw new Error(`No claim: ${status} ${JSON.stringify(body)}`)
  return body.claim.id
}

/** Claims the next submission and hands in a review two minutes later. */
export async function reviewAs(
  person: Person,
  challenge: TestChallenge,
  options: { at?: Date; levels?: Levels; comment?: string | undefined } = {},
) {
  const { at = new Date(), levels = 3, comment } = options
  const claimId = await claimAs(person, challenge, at)
  const client = person.client.at(later(at, { minutes: 2 }))
  const review = aReview(levels, comment)
  const { status, body } = await client.post(`/api/claims/${claimId}/review`, review)
  if (status !== 201) throw new Error(`No review: ${status} ${JSON.stringify(body)}`)
  return { claimId, reviewId: String(body.id), at: later(at, { minutes: 2 }) }
}

/** The levels and ticks of a review, as they are locked. */
export function levelsOf<
  Rated extends { criterion: string; level: number | null; indicators: string[] },
>(ratings: readonly Rated[]) {
  return ratings.map(({ criterion, level, indicators }) => ({ criterion, level, indicators }))
}

/** Opens the full result of a decided submission, as it does a week after the decision. */
export async function openFullResult(submissionId: string): Promise<void> {
  const opened = { openedAt: new Date(), openedBy: 'time' } as const
  await db.update(delayedResults).set(opened).where(eq(delayedResults.submissionId, submissionId))
}
