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
  /** How many promised dates were missed. */
  missed: number
  /** Who is missing for a decision; if set, no date is promised. */
  waitsFor: WaitsFor
  /** Whether the author has opened the result of this round before. */
  isRead: boolean
  reviewsExpected: number
  /** The author's hand-ins in this challenge. */
  handIns: number
  /** Reviews that the author has given in this challenge. */
  given: number
  /** Reviews that the author could give in this challenge now, including the claimed one. */
  toReview: number
  decision: { id: string; state: CriterionState; level: number | null; decidedAt: Date } | undefined
  reviews: GivenReview[]
  estimates: StoredEstimate[]
  /** Names of the author's programmes, to be hidden in comments. */
  programmes: string[]
}
