import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { invalidInput } from '../../http/problems.ts'
import { movesUsedUp, slotRepeated, tooLateToMove } from '../problems.ts'
import { type Party, standingBooking } from '../request/find-party.ts'
import { limits } from '../request/interview-times.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import { isTooSoon, slotsOf } from '../slot/slot.ts'
import { slots } from '../tables.ts'
import { mostOffered, type OfferInput } from './booking-input.ts'
import { changedMeanwhile } from './find-last-change.ts'

/**
 * Offers other times to the other side. The interview stays booked until one of them is accepted.
 * Replaces any earlier offer, by either side.
 */
export async function offerTimes(
  call: Call,
  party: Party,
  { slots: offered, version: from }: InferOutput<typeof OfferInput>,
) {
  const { side, request, offers } = party
  const to = whereTo(request, 'ask-move', side)
  const { id: requestId, edition } = request
  if (offered.length > mostOffered[side]) {
    throw invalidInput('Check: slots.', { fields: ['slots'] })
  }
  if (request.version !== from) throw await changedMeanwhile(call, party)
  const booking = standingBooking(party)
  if (isTooSoon(booking.startsAt, call.now)) throw tooLateToMove()
  if (offers >= limits.moves) throw movesUsedUp()

  const minutes = (booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000
  const times = slotsOf(offered, minutes, call.now)
  const isBooked = times.some(({ startsAt }) => startsAt.getTime() === booking.startsAt.getTime())
  if (isBooked) throw slotRepeated()

  const version = request.version + 1
  // A recruiter who offers times hosts them; a student's times are for the current host.
  const hostId = side === 'recruiter' ? call.actorId : booking.hostId
  const slot = { requestId, edition, hostId, offeredBy: side, offerVersion: version }
  return commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'ask-move',
        actor: side,
        to,
        set: { offerVersion: version },
      }),
      call.db.insert(slots).values(times.map((time) => ({ ...time, ...slot, id: newId() }))),
      note(call, 'interview.offered', requestId, { payload: { version } }),
    ],
    { answer: { requestId, state: to, version }, conflicts: moved },
  )
}
