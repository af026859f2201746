import { hasMinimum } from '../../reviews/queue/quota.ts'
import type { CriterionState } from './estimate.ts'

const mostPeers = 5
const mostMentors = 2

export type NextStep = 'close' | 'peer-review' | 'mentor-review'

export interface RoundSoFar {
  /** The states of the criteria that were open when the round began. */
  states: readonly CriterionState[]
  peerReviews: number
  mentorReviews: number
  /** The count of the criterion with the fewest reviews, where a peer counts 1 and a mentor 2. */
  count: number
  /**
   * The challenge is too new to know how far its reviewers agree, so no round closes without a
   * mentor's review.
   */
  pilot: boolean
  /** Two reviewers gave a 1 and a 4 on one criterion. */
  disputed?: boolean
}

/**
 * What follows a review. A round with enough reviews closes if it is settled. Else a mentor is next
 * if `mentorIsNext`; else peers up to five in all, then mentors up to two in all. Then the round
 * closes undecided.
 */
export function nextStep(round: RoundSoFar): NextStep {
  if (isEnough(round) && isSettled(round.states)) return 'close'

  const { peerReviews, mentorReviews } = round
  if (mentorIsNext(round) && mentorReviews < mostMentors) return 'mentor-review'
  if (peerReviews < mostPeers) return 'peer-review'
  return mentorReviews < mostMentors ? 'mentor-review' : 'close'
}

/** Whether there are enough reviews to decide. */
export const isEnough = ({ count, pilot, mentorReviews }: RoundSoFar) =>
  hasMinimum({ count, mentors: mentorReviews, pilot })

/**
 * Whether the states allow a decision. One `not-yet` is enough, because the badge needs all
 * criteria.
 */
function isSettled(states: readonly CriterionState[]): boolean {
  return states.includes('not-yet') || states.every((state) => state === 'proficient')
}

function mentorIsNext({ pilot, peerReviews, mentorReviews, disputed }: RoundSoFar): boolean {
  return (pilot && peerReviews >= 2 && mentorReviews === 0) || disputed === true
}

/**
 * Whether two reviewers gave a 1 and a 4 on one criterion. A mentor is asked then, because another
 * peer's level would not explain so large a difference.
 */
export function isDisputed(levelsByCriterion: Iterable<readonly number[]>): boolean {
  return [...levelsByCriterion].some((levels) => levels.includes(1) && levels.includes(4))
}

/** The decision on the whole submission, from the final states of its criteria. */
export function verdictOf(states: readonly CriterionState[]): CriterionState {
  if (states.includes('not-yet')) return 'not-yet'
  return states.every((state) => state === 'proficient') ? 'proficient' : 'needs-more'
}
