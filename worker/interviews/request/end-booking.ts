import { and, eq, gt, isNull, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { guard } from '../../foundation/commit/commit.ts'
import { interviewStarted } from '../problems.ts'
import { bookings } from '../tables.ts'

/**
 * Frees the hour of an interview that has not begun: fails by `interview_started` after that. The
 * calendar files that say so count as one more.
 */
export function endBooking(call: Call, requestId: string): Statement[] {
  const waiting = and(
    eq(bookings.requestId, requestId),
    isNull(bookings.endedAt),
    gt(bookings.startsAt, call.now),
  )
  return [
    call.db
      .update(bookings)
      .set({ endedAt: call.now, sequence: sql`${bookings.sequence} + 1` })
      .where(waiting),
    guard(call, 'interview_started'),
  ]
}

export const startedConflicts = { interview_started: interviewStarted }
