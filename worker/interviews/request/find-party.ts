import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'

import { accounts } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { interviewRequestMoved } from '../problems.ts'
import { bookings, interviewEvents } from '../tables.ts'
import { asksForEmployer, employerRequest, ownRequest } from './find-request.ts'
import type { BookingRow, InterviewRequest } from './request.ts'

export type Side = 'recruiter' | 'student'

/** A request and the caller's side of it: a recruiter of its employer, or the student. */
export interface Party {
  side: Side
  request: InterviewRequest
  /** Undefined before a time is booked and after it was cancelled. */
  booking: Booking | undefined
  /** How often this side has offered to move the booked interview. */
  offers: number
}

export type Booking = BookingRow & { hostZone: string | null }

/** A request with its interview, for the caller's side. */
export async function findParty(call: Call, requestId: string): Promise<Party | undefined> {
  const side = asksForEmployer(call) ? 'recruiter' : 'student'
  const [[request], [booking], [made]] = await call.db.batch([
    side === 'recruiter' ? employerRequest(call, requestId) : ownRequest(call, requestId),
    bookingOf(call, requestId),
    countOffers(call, requestId, side),
  ])
  return request && { side, request, booking, offers: made?.count ?? 0 }
}

/** The party's live booking; throws 409 if there is none. */
export function standingBooking({ booking }: Pick<Party, 'booking'>): Booking {
  if (!booking) throw interviewRequestMoved()
  return booking
}

export function bookingOf(call: Call, requestId: string) {
  const live = and(eq(bookings.requestId, requestId), isNull(bookings.endedAt))
  return call.db
    .select({ ...getTableColumns(bookings), hostZone: accounts.zone })
    .from(bookings)
    .innerJoin(accounts, eq(accounts.id, bookings.hostId))
    .where(live)
}

/** Counts how often a side has offered to move the booked interview. */
export function countOffers(call: Call, requestId: string, side: Side) {
  const { event, actor } = interviewEvents
  const offered = and(eq(event, 'ask-move'), eq(actor, side))
  return call.db
    .select({ count: sql<number>`count(*)` })
    .from(interviewEvents)
    .where(and(eq(interviewEvents.requestId, requestId), offered))
}
