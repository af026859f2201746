import type { Call } from '../../foundation/call/call.ts'
import { eventView } from './find-request-page.ts'

type Event = Parameters<typeof eventView>[1]
type InterviewCause = Event['cause']

/**
 * An event as the employer sees it. It must not show whether the student has blocked the employer
 * or, until the identity is shared (`known`), when the student acted. A block appears as a decline
 * by the student, or as a withdrawal because the student is no longer available.
 */
export async function employerEventView(call: Call, event: Event, known: boolean) {
  const { at, by, ...view } = await eventView(call, event)
  const declined = event.event === 'decline'
  const byStudent = event.actor === 'student' || declined || event.cause !== null
  return {
    ...view,
    by: declined ? ('student' as const) : by,
    cause: declined ? null : publicCause(event.cause),
    at: byStudent && !known ? null : at,
  }
}

function publicCause(cause: InterviewCause) {
  return cause === 'blocked' ? 'no-longer-available' : cause
}
