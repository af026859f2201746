import type { WaitsFor } from '../attempts/attempt/find-waits-for.ts'
import type { Attempt } from '../attempts/attempt/attempt.ts'
import type { ChallengeVersion } from '../scenarios/challenge/challenge-version.ts'
import type { Turn } from '../scenarios/play/story.ts'
import type { CriterionState } from './estimate.ts'
import type { GivenReview, StoredEstimate } from './result.ts'

/** Everything a student's result is made from, opened and parsed. */
export interface ResultFacts {
  attempt: Pick<Attempt, 'state' | 'endedAt'>
  version: ChallengeVersion
  turns: Turn[]
  handedInAt: Date
  promisedAt: Date
  /** How often the date had to be moved. */
  missed: number
  /** Whom a decision lacks: no date is promised meanwhile. */
  waitsFor: WaitsFor
  /** The author has opened the result of this round before. */
  isRead: boolean
  reviewsExpected: number
  /** Hand-ins in this challenge, and reviews given in it. */
  handIns: number
  given: number
  /** What the author could review there now, and what they are at. */
  toReview: number
  decision: { id: string; state: CriterionState; level: number | null; decidedAt: Date } | undefined
  reviews: GivenReview[]
  estimates: StoredEstimate[]
  /** Names of the author's programmes, to be hidden in comments. */
  programmes: string[]
}
