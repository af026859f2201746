import { and, eq, gt, isNull, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { guard } from '../../foundation/commit/commit.ts'
import { interviewStarted } from '../problems.ts'
import { bookings } from '../tables.ts'

/**
 * For a commit: ends the booking of an interview. Fails with `interview_started` if the interview
 * has begun. Raises `sequence`, because the cancellation is one more calendar file.
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
