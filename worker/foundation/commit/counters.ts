import { and, eq, or, sql } from 'drizzle-orm'

import type { Call, CounterCap } from '../call/call.ts'
import type { Statement } from '../call/db.ts'
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
 * Refuses a call whose counters are at their caps, before it does costly work. The commit counts: of
 * two calls at once, only this check can let both pass.
 */
export async function refuseAtCap(call: Call): Promise<void> {
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
  const isFull = call.caps.some(({ key, cap, by = 1 }) => (used.get(key) ?? 0) + by > cap)
  if (isFull) throw tooManyRequests(undefined, {}, { 'retry-after': retryAfterSeconds(call) })
}

/** Seconds until the last of this call's windows ends, at least 1. */
export function retryAfterSeconds({ now, caps }: Call): string {
  const ends = caps.map(
    ({ windowSeconds }) => windowStart(now, windowSeconds) + windowSeconds * 1000,
  )
  return String(Math.max(1, Math.ceil((Math.max(0, ...ends) - now.getTime()) / 1000)))
}

export function windowStart(now: Date, windowSeconds: number): number {
  return Math.floor(now.getTime() / (windowSeconds * 1000)) * windowSeconds * 1000
}
