const minute = 60_000
const hour = 60 * minute

export const leaseHours = 2
const longestLeaseHours = 8

/**
 * Each saved draft extends the lease to two hours from now, at most eight hours from the claim,
 * because nobody else can take this review meanwhile.
 */
export function leaseUntil(claimedAt: Date, now: Date): Date {
  const renewed = now.getTime() + leaseHours * hour
  return new Date(Math.min(renewed, claimedAt.getTime() + longestLeaseHours * hour))
}

const undoSeconds = 60

/** When the minute for an undo ends. Scoring sees the review only after that. */
export function effectiveAt(handedInAt: Date): Date {
  return new Date(handedInAt.getTime() + undoSeconds * 1000)
}

const shortestReadingSeconds = 60
const wordsReadASecond = 8
const pauseBetweenReviewsSeconds = 30

/**
 * The earliest time for handing in a review. Nobody reads faster than eight words a second or
 * judges four criteria within a minute, and there are 30 seconds between two reviews.
 */
export function soonestHandIn(claimedAt: Date, words: number, lastHandedInAt?: Date): Date {
  const readingSeconds = Math.max(shortestReadingSeconds, words / wordsReadASecond)
  const read = claimedAt.getTime() + readingSeconds * 1000
  const rested = (lastHandedInAt?.getTime() ?? 0) + pauseBetweenReviewsSeconds * 1000
  return new Date(Math.max(read, rested))
}

/**
 * When to look again if nothing is on offer: a lease may have lapsed or an answer come in by then.
 */
export function lookAgainAt(now: Date): Date {
  return new Date(now.getTime() + 15 * minute)
}
