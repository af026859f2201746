import { and, eq, or, sql } from 'drizzle-orm'

import type { Call, CounterCap } from '../call/call.ts'
import type { Statement } from '../call/db.ts'
import type { Problem } from '../call/problem.ts'
import { tooManyRequests } from '../problems.ts'
import { counters } from '../tables.ts'

/**
 * Raises a counter in the commit that it limits. Past the cap, the CHECK fails the whole commit.
 */
export function counterStatement(
  call: Call,
  { key, cap, windowSeconds, by = 1 }: CounterCap,
): Statement {
  const startsAt = windowStart(call.now, windowSeconds)
  return call.db.run(sql`
    INSERT INTO counters (key, starts_at, n, cap) VALUES (${key}, ${startsAt}, ${by}, ${cap})
    ON CONFLICT (key, starts_at) DO UPDATE SET n = n + excluded.n, cap = excluded.cap`)
}

/**
 * Refuses a call whose counters are at their caps, with 429, before it does costly work. Counts
 * nothing: two calls at once may both pass here, and then the commit of one is refused.
 */
export async function refuseAtCap(call: Call): Promise<void> {
  const full = await findFullCaps(call)
  if (full.length > 0) throw refusalOfCaps(call, full)
}

/** The caps of this call that leave no room for it. */
export async function findFullCaps(call: Call): Promise<CounterCap[]> {
  const rows = await call.db
    .select({ key: counters.key, n: counters.n })
    .from(counters)
    .where(
      or(
        ...call.caps.map(({ key, windowSeconds }) =>
          and(
            eq(counters.key, key),
            eq(counters.startsAt, new Date(windowStart(call.now, windowSeconds))),
          ),
        ),
      ),
    )
  const used = new Map(rows.map(({ key, n }) => [key, n]))
  return call.caps.filter(({ key, cap, by = 1 }) => (used.get(key) ?? 0) + by > cap)
}

/**
 * The refusal of a call whose `full` caps leave no room for it: the cap's own, else 429 until the
 * last of their windows ends, at least for a second.
 */
export function refusalOfCaps({ now }: Call, full: readonly CounterCap[]): Problem {
  const own = full.find(({ refusal }) => refusal)?.refusal
  if (own) return own()
  const ends = full.map(
    ({ windowSeconds }) => windowStart(now, windowSeconds) + windowSeconds * 1000,
  )
  const seconds = Math.max(1, Math.ceil((Math.max(0, ...ends) - now.getTime()) / 1000))
  return tooManyRequests(undefined, {}, { 'retry-after': String(seconds) })
}

export function windowStart(now: Date, windowSeconds: number): number {
  return Math.floor(now.getTime() / (windowSeconds * 1000)) * windowSeconds * 1000
}
