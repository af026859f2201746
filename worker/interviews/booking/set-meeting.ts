import { and, eq, gt, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { invalidInput } from '../../http/problems.ts'
import { reachableAt } from '../edition/meeting.ts'
import type { Meeting } from '../edition/meeting-input.ts'
import { interviewRequestMoved, interviewStarted } from '../problems.ts'
import { type Party, standingBooking } from '../request/find-party.ts'
import { moved } from '../request/move-request.ts'
import { findFormat } from '../request/find-request-page.ts'
import { bookings } from '../tables.ts'
import { changedMeanwhile } from './find-last-change.ts'
import { sealPlace } from '../sealed/place.ts'

/**
 * Sets the place of an interview and the student's contact person. Can be changed until it begins.
 */
export async function setMeeting(
  call: Call,
  party: Party,
  { location: typed, contact, sequence: from }: Meeting,
) {
  const { request } = party
  if (request.state !== 'scheduled') throw interviewRequestMoved()
  const { id: requestId, organizationId, telephone } = request
  const booking = standingBooking(party)
  if (booking.startsAt <= call.now) throw interviewStarted()
  if (booking.sequence !== from) throw await changedMeanwhile(call, party)
  const format = await findFormat(call, request)
  const location = reachableAt(typed, { format, telephoneShared: telephone !== null })
  if (location === undefined) throw invalidInput('Check: location.', { fields: ['location'] })
  const sequence = booking.sequence + 1
  const place = { location: location ?? undefined, contact: JSON.stringify(contact) }
  const sealed = await sealPlace(call, { id: booking.id, organizationId }, place)
  const waiting = and(
    eq(bookings.id, booking.id),
    isNull(bookings.endedAt),
    gt(bookings.startsAt, call.now),
  )
  const unchanged = eq(bookings.sequence, from)
  return commit(
    call,
    [
      call.db
        .update(bookings)
        .set({
          ...sealed,
          sequence: sql`${bookings.sequence} + 1`,
        })
        .where(and(waiting, unchanged)),
      guard(call, 'request_moved'),
      auditEntry(call, 'interview.set-meeting', requestId, {}, organizationId),
      note(call, 'interview.located', requestId, {
        payload: { sequence },
        until: booking.startsAt,
      }),
    ],
    { answer: { requestId }, conflicts: moved },
  )
}
