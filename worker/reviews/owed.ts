const owedPerFirstHandIn = 5
const owedPerLaterHandIn = 3
const minute = 60_000

/** What an author owes the others of one challenge for having been read there. */
export function reviewsOwed(handIns: number): number {
  if (handIns === 0) return 0
  return owedPerFirstHandIn + owedPerLaterHandIn * (handIns - 1)
}

/** About what one review takes, for "2 of 5, about 12 minutes left". */
export const minutesPerReview = 4

/** Given minus owed, within what the queue sorts by. */
export function creditOf(given: number, owed: number): number {
  return Math.max(-5, Math.min(5, given - owed))
}

export type Pace = { kind: 'free' } | { kind: 'from'; at: Date } | { kind: 'enough' }

/**
 * Who has given more than twice what they owe waits five minutes between reviews, and stops at
 * fifteen times: a score must not become the taste of one busy reader. Mentors owe nothing and go on.
 */
export function paceOf(given: number, owed: number, lastHandedInAt: Date | undefined): Pace {
  if (given >= 15 * owed) return { kind: 'enough' }
  if (given < Math.max(2 * owed, 4) || !lastHandedInAt) return { kind: 'free' }
  return { kind: 'from', at: new Date(lastHandedInAt.getTime() + 5 * minute) }
}

const releasesAllowed = 3

/**
 * Giving claims back for want of time is a way to shop for easy answers: after three in seven days
 * (their times are given, newest first) the next claim waits a day. Undefined: it need not.
 */
export function releasedTooOftenUntil(releasedAt: readonly Date[], now: Date): Date | undefined {
  const [newest] = releasedAt
  if (!newest || releasedAt.length < releasesAllowed) return undefined
  const until = new Date(newest.getTime() + 24 * 60 * minute)
  return until > now ? until : undefined
}

export const releaseWindowDays = 7
