import { type SQL, sql } from 'drizzle-orm'

import { longestMinutes } from '../edition/edition-input.ts'

interface Span {
  startsAt: SQL
  endsAt: SQL
}

/**
 * Whether no booking of one person overlaps a span; `whose` selects the host or the student in a
 * row of `bookings` as `b`. Checks one person at a time and limits the start on both sides, so that
 * only bookings near that time are read; an OR would read all live ones.
 */
export function isFree(whose: SQL, { startsAt, endsAt }: Span): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM bookings b WHERE b.ended_at IS NULL AND ${whose}
    AND b.starts_at < ${endsAt} AND b.starts_at > ${startsAt} - ${longestMinutes * 60_000}
    AND b.ends_at > ${startsAt})`
}
