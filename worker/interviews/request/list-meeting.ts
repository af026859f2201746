import { and, eq, isNull, sql } from 'drizzle-orm'

import { bookings, interviewRequests } from '../tables.ts'
import { soonestMinutes } from '../slot/slot.ts'
import { interviewTimes } from './interview-times.ts'
import type { InterviewRequest } from './request.ts'

/** The booking that stands, for a list: a LEFT JOIN on this. */
export const isLiveBooking = and(
  eq(bookings.requestId, interviewRequests.id),
  isNull(bookings.endedAt),
)

/** What a list reads of an interview, beside the request. */
export const meetingColumns = {
  startsAt: bookings.startsAt,
  endsAt: bookings.endsAt,
  contact: bookings.contact,
  offeredBy: sql<'recruiter' | 'student' | null>`(SELECT e.actor FROM interview_events e
    WHERE e.request_id = interview_requests.id AND e.version = interview_requests.offer_version)`,
}

interface Row {
  request: InterviewRequest
  startsAt: Date | null
  endsAt: Date | null
  /** Sealed; what counts is whether there is one. */
  contact: string | null
  offeredBy: 'recruiter' | 'student' | null
}

/** What a list says of an interview, so that either side sees what waits for them. */
export function listMeeting(
  { request, startsAt, endsAt, contact, offeredBy }: Row,
  side: 'recruiter' | 'student',
) {
  const { state, endedBy, endedAt, outcomeDue } = request
  const { disputeUntil } = interviewTimes({ booking: undefined, endedAt, soonestMinutes })
  return {
    startsAt,
    endsAt,
    /** Whether the employer has said where it is, or that it calls. */
    located: contact !== null,
    /** Which side offers other times, where one does. */
    offeredBy,
    endedBy,
    outcomeDue,
    /** Until when whoever reads this may say that they were there, where the other side says they were not. */
    disputeUntil: state === 'no-show' && endedBy === side ? disputeUntil : null,
  }
}
