import { eventView } from './find-request-page.ts'

type InterviewCause = Parameters<typeof eventView>[0]['cause']

/**
 * An event as the employer reads it. Blocking this employer declines what it asked, and hiding
 * withdraws it: neither may differ from the same end without a block, nor say when the student acted.
 */
export async function employerEventView(event: Parameters<typeof eventView>[0], known: boolean) {
  const { at, by, ...view } = await eventView(event)
  const declined = event.event === 'decline'
  const byStudent = event.actor === 'student' || declined || event.cause !== null
  return {
    ...view,
    by: declined ? ('student' as const) : by,
    cause: declined ? null : publicCause(event.cause),
    at: byStudent && !known ? null : at,
  }
}

/** That somebody blocked an employer is not for the employer to read. */
function publicCause(cause: InterviewCause) {
  return cause === 'blocked' ? 'no-longer-available' : cause
}
