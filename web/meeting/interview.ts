import type { ResponseOf, api } from '../lib/http/api.ts'
import { m } from '../paraglide/messages.js'

export const requestsPath = '/api/interview-requests'

export type Side = 'recruiter' | 'student'

type Page = ResponseOf<(typeof api.interviewRequests)[':requestId']['$get']>

/** A request from acceptance on: the fields that both sides read. */
export type Interview = Pick<
  Page['request'],
  | 'id'
  | 'state'
  | 'version'
  | 'booking'
  | 'offer'
  | 'movesLeft'
  | 'times'
  | 'endedBy'
  | 'outcomeDue'
  | 'outcomes'
  | 'events'
> & {
  /** For the employer: when the employer may ask this person again. */
  again?: { from: string } | null
}
export type Booking = NonNullable<Interview['booking']>

/**
 * The side of the person who reads the page, and the name of the other side at the start of a
 * sentence and inside one.
 */
export interface Sides {
  side: Side
  other: string
  inside: string
  /**
   * For the employer: who the request says will hold the interview. The reader may be a colleague.
   */
  interviewers: readonly string[]
}

export const fromStudent = (employer: string): Sides => ({
  side: 'student',
  other: employer,
  inside: employer,
  interviewers: [],
})

export const fromEmployer = (interviewers: readonly { name: string }[] = []): Sides => ({
  side: 'recruiter',
  other: m.meetings_student(),
  inside: m.meetings_student_inside(),
  interviewers: interviewers.map(({ name }) => name),
})

/** States in which the page shows an interview, not a request. */
const fromAcceptance: readonly Interview['state'][] = [
  'accepted',
  'scheduled',
  'held',
  'closed',
  'no-show',
  'cancelled',
]

export const isInterview = ({ state }: Pick<Interview, 'state'>) => fromAcceptance.includes(state)

/** Whether the booked start time has come. */
export function hasBegun({ booking }: Pick<Interview, 'booking'>, now: Date): boolean {
  return booking !== null && Date.parse(booking.startsAt) <= now.getTime()
}

/** Whether a moment is in the past; null never is. */
export function isPast(moment: string | null, now: Date): boolean {
  return moment !== null && Date.parse(moment) < now.getTime()
}

const soonestMs = 2 * 3_600_000

/** Whether a time can no longer be accepted: as `isTooSoon` in `worker/interviews/slot/slot.ts`. */
export const isTooLate = (startsAt: string | null, now: Date) =>
  isPast(startsAt, new Date(now.getTime() + soonestMs))

/** The side that offers other times, as long as one of the times can be chosen; else null. */
export function openOfferBy({ offer }: Pick<Interview, 'offer'>, now: Date) {
  return offer && !isPast(offer.until, now) ? offer.by : null
}

/** The last booked time, even if the booking has ended. */
export function lastTime({ booking, events }: Pick<Interview, 'booking' | 'events'>) {
  return booking?.startsAt ?? events.findLast(({ startsAt }) => startsAt !== null)?.startsAt ?? null
}
