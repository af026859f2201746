import type { WaitsFor } from '../../attempts/attempt/find-waits-for.ts'
import type { Answers } from '../../attempts/answers.ts'
import type { Attempt } from '../../attempts/attempt/attempt.ts'
import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import type { Turn } from '../../scenarios/play/story.ts'
import type { CriterionState } from '../estimate/estimate.ts'
import type { OtherProof } from './other-proof.ts'
import type { Delay } from '../delay/result-delay.ts'
import type { GivenReview, StoredEstimate } from './given.ts'

export interface RoundFacts {
  round: number
  handedInAt: Date
  decision: CriterionState | null
  decidedAt: Date | null
}

/** Everything a student's result is made from, opened and parsed. */
export interface ResultFacts {
  attempt: Pick<Attempt, 'state' | 'endedAt' | 'round'>
  submissionId: string
  /** The round of this hand-in. */
  round: number
  answers: Answers
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
  /** Set while the author cannot read comments and levels yet. */
  delay: Delay | null
  decision: { id: string; state: CriterionState; level: number | null; decidedAt: Date } | undefined
  /** The criterion that a badge in another skill proved; undefined if none did. */
  otherProof: OtherProof | undefined
  /** The rounds of the attempt so far, in order. */
  rounds: RoundFacts[]
  /** Until when the next round can be handed in; undefined if it cannot be opened now. */
  reviseUntil: Date | undefined
  /** Proficient decisions in this challenge, and how many of them came after a later round. */
  roundsNeeded: { proficient: number; later: number }
  /** Of this round and those before it. */
  reviews: GivenReview[]
  estimates: StoredEstimate[]
  /** Names of the author's programmes, to be hidden in comments. */
  programmes: string[]
}
