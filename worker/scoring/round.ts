import { hasMinimum } from '../reviews/queue/quota.ts'
import type { CriterionState } from './estimate.ts'

const mostPeers = 5
const mostMentors = 2

export type NextStep = 'close' | 'peer-review' | 'mentor-review'

export interface RoundSoFar {
  /** Of the criteria that were open when the round began. */
  states: readonly CriterionState[]
  peerReviews: number
  mentorReviews: number
  /** The smallest count of any criterion: peers 1, mentors 2. */
  count: number
  /** Too new to know how far its reviewers agree, so no round closes without a mentor. */
  pilot: boolean
  /** A 1 and a 4 on one criterion. */
  disputed?: boolean
}

/**
 * What follows a review: the round closes if it is settled, else the next review is asked for, one
 * at a time. Peers are asked first; after five of them a mentor, twice at most; then it closes
 * undecided.
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
 * One `not yet` settles the round: the badge needs all criteria, so more reviews cannot give it.
 */
function isSettled(states: readonly CriterionState[]): boolean {
  return states.includes('not-yet') || states.every((state) => state === 'proficient')
}

function mentorIsNext({ pilot, peerReviews, mentorReviews, disputed }: RoundSoFar): boolean {
  return (pilot && peerReviews >= 2 && mentorReviews === 0) || disputed === true
}

/**
 * A 1 and a 4 on one criterion: two people saw different things, so a third peer would not help.
 */
export function isDisputed(levelsByCriterion: Iterable<readonly number[]>): boolean {
  return [...levelsByCriterion].some((levels) => levels.includes(1) && levels.includes(4))
}

/** The decision on the whole submission, from the states its criteria closed with. */
export function verdictOf(states: readonly CriterionState[]): CriterionState {
  if (states.includes('not-yet')) return 'not-yet'
  return states.every((state) => state === 'proficient') ? 'proficient' : 'needs-more'
}
