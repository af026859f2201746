import { endOfDay } from '../../foundation/reader/end-of-day.ts'
import { againAfterDays } from '../../scenarios/catalogue/catalogue.ts'
import type { attempts } from '../tables.ts'

export type Attempt = typeof attempts.$inferSelect

const dayMs = 86_400_000
const graceSeconds = 60

export const openDays = 30
export const mostOpenInSkill = 2

/**
 * When an attempt ends: at the end of the thirtieth day after the start, in the student's zone. If
 * it is not submitted by then, it lapses and its drafts are kept.
 */
export function closesAt(startedAt: Date, zone: string): Date {
  return endOfDay(startedAt, openDays, zone)
}

/**
 * Whether an attempt is past its end. A slow network may deliver late, so there is a minute of
 * grace.
 */
export function isOver({ closesAt: end }: Pick<Attempt, 'closesAt'>, now: Date): boolean {
  return end.getTime() <= overBefore(now).getTime()
}

/**
 * Attempts with `closesAt` at or before this moment are over, grace included. Used by rules and by
 * SQL.
 */
export function overBefore(now: Date): Date {
  return new Date(now.getTime() - graceSeconds * 1000)
}

/**
 * When the same challenge may be started again: thirty days after submission. Undefined if this
 * attempt does not delay that: it lapsed, or is still open.
 */
export function mayStartAgainAt({ state, endedAt }: Pick<Attempt, 'state' | 'endedAt'>) {
  if (state === 'lapsed' || endedAt === null) return undefined
  return new Date(endedAt.getTime() + againAfterDays * dayMs)
}

/**
 * The date promised at submission: the end of the day `decideWithinDays` later, in the author's
 * zone.
 */
export function promisedAt(handedInAt: Date, decideWithinDays: number, zone: string): Date {
  return endOfDay(handedInAt, decideWithinDays, zone)
}
