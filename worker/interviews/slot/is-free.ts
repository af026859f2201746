import { type SQL, sql } from 'drizzle-orm'

import { longestMinutes } from '../edition/edition-input.ts'

interface Span {
  startsAt: SQL
  endsAt: SQL
}

/**
 * Whether nothing booked of one person overlaps a span; `whose` names the host or the student of a row
 * of `bookings` as `b`. One person at a time and between two starts, so that only the bookings around
 * that time are read: an OR would go through all that live.
 */
export function isFree(whose: SQL, { startsAt, endsAt }: Span): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM bookings b WHERE b.ended_at IS NULL AND ${whose}
    AND b.starts_at < ${endsAt} AND b.starts_at > ${startsAt} - ${longestMinutes * 60_000}
    AND b.ends_at > ${startsAt})`
}
