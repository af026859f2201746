import { againAfterDays } from '../scenarios/catalogue.ts'
import type { attempts } from './tables.ts'

export type Attempt = typeof attempts.$inferSelect

const dayMs = 86_400_000
const graceSeconds = 60

export const openDays = 30
export const mostOpenInSkill = 2

/** An attempt is open for thirty days; what is not handed in by then lapses, and its drafts are kept. */
export function closesAt(startedAt: Date): Date {
  return new Date(startedAt.getTime() + openDays * dayMs)
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

/** The date that is promised at the hand-in: whole days from that moment. */
export function promisedAt(handedInAt: Date, decideWithinDays: number): Date {
  return new Date(handedInAt.getTime() + decideWithinDays * dayMs)
}
