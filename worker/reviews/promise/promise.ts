import { mostMovedDates } from '../../attempts/attempt/moved-dates.ts'
import { endOfDay } from '../../foundation/reader/end-of-day.ts'

export type PromiseStep = 'late' | 'mentors' | 'admin' | 'missed'

const day = 86_400_000

/** How much of the time promised has passed when each step is due. */
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

/** The step after `step` (the first one without it), and when it is due. */
export function stepAfter(step: PromiseStep | undefined, { handedInAt, promisedAt }: Promised) {
  const at = shares.findIndex(([name]) => name === step)
  const [next, share] = shares[at + 1] ?? ['missed', 1]
  const promised = promisedAt.getTime() - handedInAt.getTime()
  return { step: next, dueAt: new Date(handedInAt.getTime() + share * promised) } as const
}

/**
 * A date that was missed is replaced by one two days on, or four, if it was missed by that much: a
 * new date never lies behind. It is the end of that day in the author's zone. What it takes to decide
 * stays the same.
 */
export function nextPromise(promisedAt: Date, now: Date, zone: string): Date {
  const missedBy = Math.max(0, now.getTime() - promisedAt.getTime())
  const days = 2 * (Math.floor(missedBy / (2 * day)) + 1)
  const next = endOfDay(promisedAt, days, zone)
  // Two days are 47 hours where the clocks go forward between them.
  return next > now ? next : endOfDay(promisedAt, days + 2, zone)
}

/**
 * When somebody whose dates are over is told again that there is none: a week on, and once a month after
 * the fifth time. They are told of what is known, and not reminded every other day of what is not.
 */
export function tellAgainAt(missed: number, now: Date): Date {
  return new Date(now.getTime() + (missed < mostMovedDates + 5 ? 7 : 28) * day)
}

const daysToDecideAgain = 3

/**
 * The date once somebody can decide again: the one that was promised, if that leaves them time. Else
 * the end of the third day from now in the author's zone, as every date is.
 */
export function promiseAgain(promisedAt: Date, now: Date, zone: string): Date {
  const again = endOfDay(now, daysToDecideAgain, zone)
  return again > promisedAt ? again : promisedAt
}
