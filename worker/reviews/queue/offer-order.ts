/** A submission that wants a review, with the values by which it is sorted for one reviewer. */
export interface Offer {
  submissionId: string
  /** This reviewer is offered it first, because they know its earlier round. */
  preferred?: boolean
  late: boolean
  assigned: number
  sameCohort: boolean
  credit: number
  handInHour: number
  randomOrder: number
}

/**
 * How many rows of the queue are read and then sorted by `inOrder`. The index of the queue has the
 * same order, but without cohorts.
 */
export const offersCompared = 8

/**
 * Sorts offers: the later round of an answer that this reviewer knows first, then late ones, then those with the fewest reviewers, then another cohort's before
 * the reviewer's own (fewer know each other), then by the author's credit and the longest wait. The
 * last key is random, so that authors cannot arrange who reviews them.
 */
export function inOrder<Item extends Offer>(offers: readonly Item[]): Item[] {
  return offers.toSorted(
    (one, other) =>
      Number(other.preferred ?? false) - Number(one.preferred ?? false) ||
      Number(other.late) - Number(one.late) ||
      one.assigned - other.assigned ||
      Number(one.sameCohort) - Number(other.sameCohort) ||
      other.credit - one.credit ||
      one.handInHour - other.handInHour ||
      one.randomOrder - other.randomOrder,
  )
}
