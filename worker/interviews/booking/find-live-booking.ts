import { and, eq, isNull, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { interviewRequestMoved } from '../problems.ts'
import { bookings, interviewEvents } from '../tables.ts'

export type Booking = typeof bookings.$inferSelect

/** The booking that stands; throws 409 where there is none. */
export async function findLiveBooking(call: Call, requestId: string): Promise<Booking> {
  const booking = await bookingOf(call, requestId).get()
  if (!booking) throw interviewRequestMoved()
  return booking
}

export function bookingOf(call: Call, requestId: string) {
  const live = and(eq(bookings.requestId, requestId), isNull(bookings.endedAt))
  return call.db.select().from(bookings).where(live)
}

/** How often a side has offered other times. */
export function countOffers(call: Call, requestId: string, side: 'recruiter' | 'student') {
  const { event, actor } = interviewEvents
  const offered = and(eq(event, 'ask-move'), eq(actor, side))
  return call.db
    .select({ count: sql<number>`count(*)` })
    .from(interviewEvents)
    .where(and(eq(interviewEvents.requestId, requestId), offered))
}
