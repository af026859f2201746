import type { ResponseOf, api } from '../lib/http/api.ts'
import { m } from '../paraglide/messages.js'

export const requestsPath = '/api/interview-requests'

export type Side = 'recruiter' | 'student'

type Page = ResponseOf<(typeof api.interviewRequests)[':requestId']['$get']>

/** A request from acceptance on, as far as both sides read the same of it. */
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
  /** For the employer: from when it may ask this person again. */
  again?: { from: string } | null
}
export type Booking = NonNullable<Interview['booking']>

/** Who reads, and what the other side is called at the start of a sentence and inside one. */
export interface Sides {
  side: Side
  other: string
  inside: string
}

export const fromStudent = (employer: string): Sides => ({
  side: 'student',
  other: employer,
  inside: employer,
})

export const fromEmployer = (): Sides => ({
  side: 'recruiter',
  other: m.meetings_student(),
  inside: m.meetings_student_inside(),
})

/** The states in which the page shows an interview and not a request for one. */
const fromAcceptance: readonly Interview['state'][] = [
  'accepted',
  'scheduled',
  'held',
  'closed',
  'no-show',
  'cancelled',
]

export const isInterview = ({ state }: Pick<Interview, 'state'>) => fromAcceptance.includes(state)

/** Whether a booked time has come. */
export function hasBegun({ booking }: Pick<Interview, 'booking'>, now: Date): boolean {
  return booking !== null && Date.parse(booking.startsAt) <= now.getTime()
}

/** Whether a moment lies behind; what has none never does. */
export function isPast(moment: string | null, now: Date): boolean {
  return moment !== null && Date.parse(moment) < now.getTime()
}

/** The time that held last, also where the booking has ended. */
export function lastTime({ booking, events }: Pick<Interview, 'booking' | 'events'>) {
  return booking?.startsAt ?? events.findLast(({ startsAt }) => startsAt !== null)?.startsAt ?? null
}
