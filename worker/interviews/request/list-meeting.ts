import { and, eq, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'

import { bookings, interviewRequests, requestEditions, slots } from '../tables.ts'
import { offerUntil, soonestMinutes } from '../slot/slot.ts'
import { interviewTimes } from './interview-times.ts'
import type { InterviewRequest } from './request.ts'

/** LEFT JOIN condition for a request's live booking. */
export const isLiveBooking = and(
  eq(bookings.requestId, interviewRequests.id),
  isNull(bookings.endedAt),
)

/** JOIN condition for a request's wording of this number. */
export const isEdition = (number: SQLWrapper) =>
  and(
    eq(requestEditions.requestId, interviewRequests.id),
    sql`${requestEditions.number} = ${number}`,
  )

/** The columns of the interview that a list needs besides the request. */
export const meetingColumns = {
  startsAt: bookings.startsAt,
  endsAt: bookings.endsAt,
  contact: bookings.contact,
  offeredBy: sql<'recruiter' | 'student' | null>`(SELECT e.actor FROM interview_events e
    WHERE e.request_id = interview_requests.id AND e.version = interview_requests.offer_version)`,
  lastOfferedAt: sql<Date | null>`(SELECT max(s.starts_at) FROM slots s
    WHERE s.request_id = interview_requests.id AND s.edition = interview_requests.edition
      AND s.offer_version = interview_requests.offer_version)`.mapWith(slots.startsAt),
}

/** When the last of the times sent with the current wording begins. */
export const lastSlotAt: SQL<Date | null> = sql`(SELECT max(s.starts_at) FROM slots s
  WHERE s.request_id = interview_requests.id AND s.edition = interview_requests.edition
    AND s.offer_version = 0)`.mapWith(slots.startsAt)

interface Row {
  request: InterviewRequest
  startsAt: Date | null
  endsAt: Date | null
  /** Sealed; a list only needs to know whether it is set. */
  contact: string | null
  offeredBy: 'recruiter' | 'student' | null
  lastOfferedAt: Date | null
}

/** What a list shows of an interview, and until when this side may dispute an absence. */
export function listMeeting(
  { request, startsAt, endsAt, contact, offeredBy, lastOfferedAt }: Row,
  side: 'recruiter' | 'student',
  now: Date,
) {
  const { state, endedBy, endedAt, outcomeDue } = request
  const { disputeUntil } = interviewTimes({ booking: undefined, endedAt, soonestMinutes })
  return {
    startsAt,
    endsAt,
    /** Whether the employer has said where the interview is, or that the employer will call. */
    located: contact !== null,
    /** Which side is offering other times; null once none can be taken (`offerUntil`). */
    offeredBy: startsAt && offerUntil(startsAt, lastOfferedAt) < now ? null : offeredBy,
    endedBy,
    outcomeDue,
    /** Until when this side may dispute that it was absent; null if it was not reported absent. */
    disputeUntil: state === 'no-show' && endedBy === side ? disputeUntil : null,
  }
}
