import type { Call } from '../../foundation/call/call.ts'
import { eventView } from './find-request-page.ts'

type Event = Parameters<typeof eventView>[1]
type InterviewCause = Event['cause']

/**
 * An event as the employer sees it. A block appears as a decline, and hiding as a withdrawal,
 * without the time. The employer must not be able to tell a block from another ending, or when the
 * student acted.
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

/** The cause of an event as the employer sees it: it must not learn that it was blocked. */
function publicCause(cause: InterviewCause) {
  return cause === 'blocked' ? 'no-longer-available' : cause
}
