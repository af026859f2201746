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
  /** Who is missing for a decision; if set, no date is promised. */
  waitsFor: WaitsFor
  /** The author has opened the result of this round before. */
  isRead: boolean
  reviewsExpected: number
  /** Hand-ins in this challenge, and reviews given in it. */
  handIns: number
  given: number
  /** Reviews the author could give there now, including the claimed one. */
  toReview: number
  decision: { id: string; state: CriterionState; level: number | null; decidedAt: Date } | undefined
  reviews: GivenReview[]
  estimates: StoredEstimate[]
  /** Names of the author's programmes, to be hidden in comments. */
  programmes: string[]
}
