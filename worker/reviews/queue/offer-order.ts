/** A submission that wants a review, with what decides its order for one reviewer. */
export interface Offer {
  submissionId: string
  late: boolean
  assigned: number
  sameCohort: boolean
  credit: number
  handInHour: number
  randomOrder: number
}

/**
 * How many rows are read from the queue to be sorted. Its index has the same order, but no cohorts.
 */
export const offersCompared = 8

/**
 * Sorts offers: late ones first, then those with the fewest reviewers, then another cohort's before
 * the reviewer's own (fewer know each other), then by the author's credit and the longest wait. The
 * last key is random, so that authors cannot arrange who reviews them.
 */
export function inOrder<Item extends Offer>(offers: readonly Item[]): Item[] {
  return offers.toSorted(
    (one, other) =>
      Number(other.late) - Number(one.late) ||
      one.assigned - other.assigned ||
      Number(one.sameCohort) - Number(other.sameCohort) ||
      other.credit - one.credit ||
      one.handInHour - other.handInHour ||
      one.randomOrder - other.randomOrder,
  )
}
