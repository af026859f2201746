import { minutesPerReview } from '../../scenarios/catalogue/catalogue.ts'
import { type Released, releasedTooOftenUntil } from './release-limits.ts'

const owedPerFirstHandIn = 5
const owedPerLaterHandIn = 3
const minute = 60_000

/** What an author owes the others of one challenge for having been read there. */
export function reviewsOwed(handIns: number): number {
  if (handIns === 0) return 0
  return owedPerFirstHandIn + owedPerLaterHandIn * (handIns - 1)
}

/** Given minus owed, within what the queue sorts by. */
export function creditOf(given: number, owed: number): number {
  return Math.max(-5, Math.min(5, given - owed))
}

/** How a reviewer stands when they ask for work. */
export interface Standing {
  given: number
  owed: number
  lastHandedInAt: Date | undefined
  /** Claims given back within the last 30 days. */
  released: readonly Released[]
}

export type Pause =
  | { why: 'released-too-often' | 'pace'; until: Date }
  | { why: 'enough' }
  | undefined

/** Whether somebody who asks for work has to wait, and until when. */
export function pauseOf(standing: Standing, role: 'peer' | 'mentor', now: Date): Pause {
  const until = releasedTooOftenUntil(standing.released, role, now)
  if (until) return { why: 'released-too-often', until }
  return role === 'peer' ? paceOf(standing, now) : undefined
}

/**
 * Who has given more than twice what they owe waits five minutes between reviews, and stops at
 * fifteen times: a score must not become the taste of one busy reader. Mentors owe nothing and go on.
 */
function paceOf({ given, owed, lastHandedInAt }: Standing, now: Date): Pause {
  if (owed > 0 && given >= 15 * owed) return { why: 'enough' }
  if (given < Math.max(2 * owed, 4) || !lastHandedInAt) return undefined
  const until = new Date(lastHandedInAt.getTime() + 5 * minute)
  return until > now ? { why: 'pace', until } : undefined
}

/** What a page says of owed reviews: wherever it stands it is made here. */
export interface Owed {
  /** Never more than were given and wait to be given now; it grows as others hand in. */
  owed: number
  done: number
  minutesLeft: number
  /** All that their hand-ins ask for, if there is work for it. */
  atMost: number
}

/** `waiting`: what this person could be given at this moment, and what they are at. */
export function owedView({
  given,
  owed,
  waiting,
}: Record<'given' | 'owed' | 'waiting', number>): Owed {
  const possible = Math.min(owed, given + waiting)
  const minutesLeft = Math.max(0, possible - given) * minutesPerReview
  return { owed: possible, done: given, minutesLeft, atMost: owed }
}
