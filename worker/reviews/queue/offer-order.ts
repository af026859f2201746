/** One submission that wants a review, as it may be offered to one reviewer. */
export interface Offer {
  submissionId: string
  late: boolean
  assigned: number
  sameCohort: boolean
  credit: number
  handInHour: number
  randomOrder: number
}

/** How many the queue hands over to be put in order: its own order holds for all but the cohort. */
export const offersCompared = 8

/**
 * The order in which work is offered: late first, then what fewest have read; among equals of these
 * two another cohort's work before the reviewer's own (fewer know each other); then whose author
 * gives more reviews, what waits longer, and a random order, so that nobody learns to choose their reader.
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
