const minute = 60_000
const hour = 60 * minute

export const leaseHours = 2
const longestLeaseHours = 8

/**
 * When a lease made or renewed at `now` ends: two hours later, but at most eight hours after the
 * claim, because nobody else can take the review during the lease.
 */
export function leaseUntil(claimedAt: Date, now: Date): Date {
  const renewed = now.getTime() + leaseHours * hour
  return new Date(Math.min(renewed, claimedAt.getTime() + longestLeaseHours * hour))
}

/** How long a review can be undone. */
export const undoMs = minute

/** When a review can no longer be undone. Scoring uses the review only from then on. */
export function effectiveAt(handedInAt: Date): Date {
  return new Date(handedInAt.getTime() + undoMs)
}

const shortestReadingSeconds = 60
const wordsReadASecond = 8
const pauseBetweenReviewsSeconds = 30

/**
 * The earliest time for handing in a review. Nobody reads faster than eight words a second or
 * judges four criteria within a minute, and 30 seconds must pass after the last review.
 */
export function soonestHandIn(claimedAt: Date, words: number, lastHandedInAt?: Date): Date {
  const readingSeconds = Math.max(shortestReadingSeconds, words / wordsReadASecond)
  const read = claimedAt.getTime() + readingSeconds * 1000
  const rested = (lastHandedInAt?.getTime() ?? 0) + pauseBetweenReviewsSeconds * 1000
  return new Date(Math.max(read, rested))
}

/**
 * When to ask again if nothing is on offer. By then a lease may have lapsed, or a new answer may
 * have been submitted.
 */
export function lookAgainAt(now: Date): Date {
  return new Date(now.getTime() + 15 * minute)
}
