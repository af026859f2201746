import { effectiveAt } from '../../reviews/claim/lease.ts'
import { minutesForReviews } from '../../scenarios/catalogue/catalogue.ts'

const hour = 3_600_000

/** A full result opens once there was nothing to review for this long. */
export const longestIdleMs = 48 * hour
/** A full result opens this long after the decision at the latest. */
export const longestDelayMs = 7 * 24 * hour

/** A full result that its author does not see at the decision. */
export interface DelayedResult {
  owed: number
  idleSince: Date | null
  opensAt: Date
  openedAt: Date | null
}

/** The author’s membership, and their reviews in this challenge. */
export interface AuthorSoFar {
  /** Whether they still are a student of the programme. */
  isStudent: boolean
  given: number
  /** How many of `given` can no longer be undone. */
  settled: number
  lastGivenAt: Date | null
}

/**
 * Why a full result is open; undefined while it is not. The reviews must have settled, or an author
 * could hand in a review, read the result and undo the review. Somebody who has left the programme
 * owes nothing.
 */
export function whyOpen(
  { owed, idleSince, opensAt }: DelayedResult,
  { isStudent, settled }: Pick<AuthorSoFar, 'isStudent' | 'settled'>,
  now: Date,
): 'done' | 'idle' | 'time' | 'left' | undefined {
  if (!isStudent) return 'left'
  if (settled >= owed) return 'done'
  if (idleSince && idleSince.getTime() + longestIdleMs <= now.getTime()) return 'idle'
  return opensAt <= now ? 'time' : undefined
}

/** What a page says about a full result that is not open yet. */
export interface Delay {
  owed: number
  done: number
  minutesLeft: number
  /** When it opens if nothing changes until then, as ISO 8601. */
  opensAt: string
  /**
   * What it waits for. `reviews`: there are reviews to do. `undo`: all reviews are done, and the last
   * one can still be undone. `work`: there is nothing to review now, and if that lasts it opens at
   * `opensAt`.
   */
  waitsFor: 'reviews' | 'work' | 'undo'
}

/** The delay of a result as its author sees it; null if the result is open. */
export function delayOf(
  delayed: DelayedResult,
  author: AuthorSoFar & { workWaits: boolean },
  now: Date,
): Delay | null {
  if (delayed.openedAt || whyOpen(delayed, author, now)) return null
  const { owed, opensAt } = delayed
  const done = Math.min(owed, author.given)
  const [waitsFor, at] = nextWayToOpen(delayed, author)
  return {
    owed,
    done,
    minutesLeft: minutesForReviews(owed - done, author.given),
    opensAt: (at < opensAt ? at : opensAt).toISOString(),
    waitsFor,
  }
}

function nextWayToOpen(
  { owed, idleSince, opensAt }: DelayedResult,
  { given, lastGivenAt, workWaits }: AuthorSoFar & { workWaits: boolean },
): [Delay['waitsFor'], Date] {
  if (given >= owed && lastGivenAt) return ['undo', effectiveAt(lastGivenAt)]
  if (workWaits) return ['reviews', opensAt]
  return ['work', idleSince ? new Date(idleSince.getTime() + longestIdleMs) : opensAt]
}
