import { and, eq, gt, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { seal, sealOptional } from '../../foundation/crypto/seal.ts'
import { note } from '../../foundation/outbox/note.ts'
import { invalidInput } from '../../http/problems.ts'
import { reachableAt } from '../edition/meeting.ts'
import type { Meeting } from '../edition/meeting-input.ts'
import { interviewRequestMoved } from '../problems.ts'
import { startedConflicts } from '../request/end-booking.ts'
import { type Party, standingBooking } from '../request/find-party.ts'
import { findFormat } from '../request/find-request-page.ts'
import { bookings } from '../tables.ts'

/** Says where the interview is and whom the student can turn to; until it begins, it may be said anew. */
export async function setMeeting(call: Call, party: Party, meeting: Meeting) {
  const { request } = party
  if (request.state !== 'scheduled') throw interviewRequestMoved()
  const { id: requestId, telephone } = request
  const booking = standingBooking(party)
  const format = await findFormat(call, request)
  const location = reachableAt(meeting.location, { format, telephoneShared: telephone !== null })
  if (location === undefined) throw invalidInput('Check: location.', { fields: ['location'] })
  const sequence = booking.sequence + 1
  const sealed = {
    location: await sealOptional(location ?? undefined),
    contact: await seal(JSON.stringify(meeting.contact)),
  }
  const waiting = and(
    eq(bookings.id, booking.id),
    isNull(bookings.endedAt),
    gt(bookings.startsAt, call.now),
  )
  return commit(
    call,
    [
      call.db
        .update(bookings)
        .set({
          ...sealed,
          sequence: sql`${bookings.sequence} + 1`,
        })
        .where(waiting),
      guard(call, 'interview_started'),
      auditEntry(call, 'interview.set-meeting', requestId, {}, request.organizationId),
      note(call, 'interview.located', requestId, {
        payload: { sequence },
        until: booking.startsAt,
      }),
    ],
    { answer: { requestId }, conflicts: startedConflicts },
  )
}
