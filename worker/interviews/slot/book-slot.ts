import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { isFree } from './is-free.ts'
import { interviewRequestMoved, slotTaken } from '../problems.ts'
import type { slots } from '../tables.ts'

/**
 * For a commit: books a slot for the caller, who is the student. Fails with `slot_taken` if it
 * overlaps another booking of the host or the student. Unique indexes also refuse two bookings with
 * the same start.
 */
export function bookSlot(
  call: Call,
  slot: typeof slots.$inferSelect,
  bookingId: string,
): Statement[] {
  const [startsAt, endsAt] = [slot.startsAt.getTime(), slot.endsAt.getTime()]
  const span = { startsAt: sql`${startsAt}`, endsAt: sql`${endsAt}` }
  return [
    call.db.run(sql`
      INSERT INTO bookings (id, request_id, slot_id, host_id, student_id, starts_at, ends_at, sequence, created_at)
      SELECT ${bookingId}, ${slot.requestId}, ${slot.id}, ${slot.hostId}, ${call.actorId}, ${startsAt}, ${endsAt},
        0, ${call.now.getTime()}
      WHERE ${isFree(sql`b.host_id = ${slot.hostId}`, span)}
        AND ${isFree(sql`b.student_id = ${call.actorId}`, span)}`),
    guard(call, 'slot_taken'),
  ]
}

export const bookingConflicts = {
  slot_taken: slotTaken,
  'bookings.slot_id': slotTaken,
  'bookings.host_id, bookings.starts_at': slotTaken,
  'bookings.student_id, bookings.starts_at': slotTaken,
  'bookings.request_id': interviewRequestMoved,
}
