import { endOfDay } from '../../foundation/reader/end-of-day.ts'
import { againAfterDays } from '../../scenarios/catalogue/catalogue.ts'
import type { attempts } from '../tables.ts'

export type Attempt = typeof attempts.$inferSelect

const dayMs = 86_400_000
const graceSeconds = 60

export const openDays = 30
export const mostOpenInSkill = 2

/**
 * An attempt is open until the thirtieth day ends in the student's zone; what is not handed in by then
 * lapses, and its drafts are kept.
 */
export function closesAt(startedAt: Date, zone: string): Date {
  return endOfDay(startedAt, openDays, zone)
}

/** Late by a slow network is not late: the end has a minute of grace. */
export function isOver({ closesAt: end }: Pick<Attempt, 'closesAt'>, now: Date): boolean {
  return end.getTime() <= overBefore(now).getTime()
}

/** What closed at or before this moment is over, grace included: the same line for rules and SQL. */
export function overBefore(now: Date): Date {
  return new Date(now.getTime() - graceSeconds * 1000)
}

/** The same challenge again, thirty days after it was handed in. A lapsed attempt holds nobody up. */
export function mayStartAgainAt({ state, endedAt }: Pick<Attempt, 'state' | 'endedAt'>) {
  if (state === 'lapsed' || endedAt === null) return undefined
  return new Date(endedAt.getTime() + againAfterDays * dayMs)
}

/** What is promised at the hand-in: the end of the last of so many days, in the author's zone. */
export function promisedAt(handedInAt: Date, decideWithinDays: number, zone: string): Date {
  return endOfDay(handedInAt, decideWithinDays, zone)
}
