import { minutesForReviews } from '../../scenarios/catalogue/catalogue.ts'
import { type Released, releasedTooOftenUntil } from './release-limits.ts'

const minute = 60_000

/** An author's credit: reviews given minus owed, limited to the ±5 that the queue sorts by. */
export function creditOf(given: number, owed: number): number {
  return Math.max(-5, Math.min(5, given - owed))
}

/** What a reviewer has given, owes and has given back when they ask for work. */
export interface Standing {
  given: number
  owed: number
  lastHandedInAt: Date | undefined
  /** The latest claims given back within the last 30 days, at most 20. */
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
 * Whether a peer has to wait or stop. After twice the reviews they owe (at least four) they wait
 * five minutes between reviews; after fifteen times they get no more, so that no single reviewer
 * has too much influence on the scores. Mentors have no such limit.
 */
function paceOf({ given, owed, lastHandedInAt }: Standing, now: Date): Pause {
  if (owed > 0 && given >= 15 * owed) return { why: 'enough' }
  if (given < Math.max(2 * owed, 4) || !lastHandedInAt) return undefined
  const until = new Date(lastHandedInAt.getTime() + 5 * minute)
  return until > now ? { why: 'pace', until } : undefined
}

/** The reviews that somebody owes, as every page shows them. */
export interface Owed {
  /** At most the reviews given plus those that can be given now. Grows as others hand in. */
  owed: number
  done: number
  minutesLeft: number
  /** What the hand-ins ask for in all: `owed` if there is enough work. */
  atMost: number
}

/** `waiting`: reviews this person could give now, including the claimed one. */
export function owedView({
  given,
  owed,
  waiting,
}: Record<'given' | 'owed' | 'waiting', number>): Owed {
  const possible = Math.min(owed, given + waiting)
  const minutesLeft = minutesForReviews(Math.max(0, possible - given), given)
  return { owed: possible, done: given, minutesLeft, atMost: owed }
}
