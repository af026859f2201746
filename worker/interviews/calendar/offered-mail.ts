import type { Call } from '../../foundation/call/call.ts'
import { type Side, timesOfferedMail } from '../../notifications/message/meeting-messages.ts'
import type { BookingRow } from '../request/request.ts'
import { countOffers } from '../request/find-party.ts'
import { limits } from '../request/interview-times.ts'
import { offerUntil } from '../slot/slot.ts'
import { findLastSlotAt, meetingOf, type Told } from './find-told.ts'

interface Facts {
  told: Told
  booking: BookingRow
  /** Who reads the mail. */
  side: Side
  /** Who offers the times. */
  by: Side
}

/**
 * The mail about other times on offer, and until when one can be chosen.
 */
export async function offeredMail(call: Call, { told, booking, side, by }: Facts) {
  const [[made], last] = await Promise.all([
    countOffers(call, told.request.id, side),
    findLastSlotAt(call, told.request),
  ])
  return timesOfferedMail(meetingOf(told, booking), {
    by,
    until: offerUntil(booking.startsAt, last),
    mayOffer: (made?.count ?? 0) < limits.moves,
  })
}
