import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { notFound } from '../../http/problems.ts'
import { slotPast, tooLateToMove } from '../problems.ts'
import { type Party, standingBooking } from '../request/find-party.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import { bookingConflicts } from '../slot/book-slot.ts'
import { bookingTimers } from '../slot/booking-timers.ts'
import { isFree } from '../slot/is-free.ts'
import { isTooSoon } from '../slot/slot.ts'
import { bookings, slots } from '../tables.ts'
import type { TakeInput } from './booking-input.ts'
import { changedMeanwhile } from './find-last-change.ts'

/** Accepts one of the other times that the other side offered: moves the booking to it. */
export async function moveBooking(
  call: Call,
  party: Party,
  { slotId }: InferOutput<typeof TakeInput>,
) {
  const { side, request } = party
  const to = whereTo(request, 'move', side)
  const { id: requestId, offerVersion } = request
  if (offerVersion === null) throw await changedMeanwhile(call, party)
  const booking = standingBooking(party)
  const slot = await findOffered(call, slotId, { requestId, side })
  if (!slot) throw notFound()
  if (slot.offerVersion !== offerVersion) throw await changedMeanwhile(call, party)
  if (isTooSoon(booking.startsAt, call.now)) throw tooLateToMove()
  if (isTooSoon(slot.startsAt, call.now)) throw slotPast()

  const { startsAt, endsAt, hostId } = slot
  const span = { startsAt: sql`${startsAt.getTime()}`, endsAt: sql`${endsAt.getTime()}` }
  const isOther = sql`b.id <> ${booking.id}`
  const version = request.version + 1
  return commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'move',
        actor: side,
        to,
        set: { offerVersion: null },
        startsAt,
      }),
      call.db
        .update(bookings)
        .set({ slotId, hostId, startsAt, endsAt, sequence: sql`${bookings.sequence} + 1` })
        .where(
          and(
            eq(bookings.id, booking.id),
            isNull(bookings.endedAt),
            gt(bookings.startsAt, call.now),
            isFree(sql`b.host_id = ${hostId} AND ${isOther}`, span),
            isFree(sql`b.student_id = ${booking.studentId} AND ${isOther}`, span),
          ),
        ),
      guard(call, 'slot_taken'),
      note(call, 'interview.moved', requestId, { payload: { version } }),
      ...bookingTimers(call, requestId, { startsAt, endsAt }),
    ],
    { answer: { requestId, state: to, version }, conflicts: { ...moved, ...bookingConflicts } },
  )
}

interface Offer {
  requestId: string
  side: 'recruiter' | 'student'
}

/** A time that the other side offered, in the current or an earlier offer. */
function findOffered(call: Call, slotId: string, { requestId, side }: Offer) {
  return call.db
    .select()
    .from(slots)
    .where(
      and(
        eq(slots.id, slotId),
        eq(slots.requestId, requestId),
        gt(slots.offerVersion, 0),
        ne(slots.offeredBy, side),
      ),
    )
    .get()
}
