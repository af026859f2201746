import { type SQL, sql } from 'drizzle-orm'

import { longestMinutes } from '../edition/edition-input.ts'

interface Span {
  startsAt: SQL
  endsAt: SQL
}

/**
 * SQL: whether no live booking of one person overlaps a span. `whose` is a condition on a row of
 * `bookings` as `b` that selects the person, as host or as student. Checks one person at a time and
 * limits the start on both sides, so that an index finds the few bookings near that time; a
 * condition with OR would read all live ones.
 */
export function isFree(whose: SQL, { startsAt, endsAt }: Span): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM bookings b WHERE b.ended_at IS NULL AND ${whose}
    AND b.starts_at < ${endsAt} AND b.starts_at > ${startsAt} - ${longestMinutes * 60_000}
    AND b.ends_at > ${startsAt})`
}
