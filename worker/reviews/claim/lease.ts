const minute = 60_000
const hour = 60 * minute

export const leaseHours = 2
const longestLeaseHours = 8

/** Each saved draft gives two hours more, up to eight from the claim: others wait for it. */
export function leaseUntil(claimedAt: Date, now: Date): Date {
  const renewed = now.getTime() + leaseHours * hour
  return new Date(Math.min(renewed, claimedAt.getTime() + longestLeaseHours * hour))
}

const undoSeconds = 60

/** A review handed in can be taken back until then; scoring sees it only from then on. */
export function effectiveAt(handedInAt: Date): Date {
  return new Date(handedInAt.getTime() + undoSeconds * 1000)
}

const shortestReadingSeconds = 60
const wordsReadASecond = 8
const pauseBetweenReviewsSeconds = 30

/**
 * When a review may be handed in at the earliest: nobody reads faster than eight words a second,
 * or judges four criteria within a minute, or hands in two reviews at once.
 */
export function soonestHandIn(claimedAt: Date, words: number, lastHandedInAt?: Date): Date {
  const readingSeconds = Math.max(shortestReadingSeconds, words / wordsReadASecond)
  const read = claimedAt.getTime() + readingSeconds * 1000
  const rested = (lastHandedInAt?.getTime() ?? 0) + pauseBetweenReviewsSeconds * 1000
  return new Date(Math.max(read, rested))
}

/** Nothing on offer: by then a lease may have lapsed or somebody handed in. */
export function lookAgainAt(now: Date): Date {
  return new Date(now.getTime() + 15 * minute)
}
