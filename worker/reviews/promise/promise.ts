import { mostMovedDates } from '../../attempts/attempt/moved-dates.ts'
import { endOfDay } from '../../foundation/reader/end-of-day.ts'

export type PromiseStep = 'late' | 'mentors' | 'admin' | 'missed'

const day = 86_400_000

/** The share of the promised time after which each step is due. */
const shares: [PromiseStep, number][] = [
  ['late', 3 / 7],
  ['mentors', 4 / 7],
  ['admin', 6 / 7],
  ['missed', 1],
]

interface Promised {
  handedInAt: Date
  promisedAt: Date
}

/** The step after `step`, or the first step if it is undefined, and when the new step is due. */
export function stepAfter(step: PromiseStep | undefined, { handedInAt, promisedAt }: Promised) {
  const at = shares.findIndex(([name]) => name === step)
  const [next, share] = shares[at + 1] ?? ['missed', 1]
  const promised = promisedAt.getTime() - handedInAt.getTime()
  return { step: next, dueAt: new Date(handedInAt.getTime() + share * promised) } as const
}

/**
 * The date that replaces a missed one: the end of a day in the author's zone, two days after the
 * old date, or four, six and so on if that day has also passed.
 */
export function nextPromise(promisedAt: Date, now: Date, zone: string): Date {
  const missedBy = Math.max(0, now.getTime() - promisedAt.getTime())
  const days = 2 * (Math.floor(missedBy / (2 * day)) + 1)
  const next = endOfDay(promisedAt, days, zone)
  // Two days may be only 47 hours, when the clocks go forward.
  return next > now ? next : endOfDay(promisedAt, days + 2, zone)
}

/**
 * When an author is told again that there is no date: a week later, the first five times; then
 * every 28 days, because the mail says nothing new.
 */
export function tellAgainAt(missed: number, now: Date): Date {
  return new Date(now.getTime() + (missed < mostMovedDates + 5 ? 7 : 28) * day)
}

const daysToDecideAgain = 3

/**
 * The date once somebody can decide again: the promised one, or the end of the third day from now
 * in the author's zone if that is later.
 */
export function promiseAgain(promisedAt: Date, now: Date, zone: string): Date {
  const again = endOfDay(now, daysToDecideAgain, zone)
  return again > promisedAt ? again : promisedAt
}
