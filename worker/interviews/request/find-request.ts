import { and, eq, sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { InterviewRequest } from './request.ts'
import { type interviewEvents, interviewRequests } from '../tables.ts'

/**
 * Whether the caller acts as a recruiter and so asks about the employer's requests. Anybody else
 * asks about requests that were sent to them.
 */
export function asksForEmployer({ acting }: Call): boolean {
  return acting?.role === 'recruiter'
}

/** A request of the caller's employer. */
export const findEmployerRequest = (call: Call, requestId: string) =>
  employerRequest(call, requestId).get()

export function employerRequest(call: Call, requestId: string) {
  const own = eq(interviewRequests.organizationId, actingOf(call).organizationId)
  return call.db
    .select()
    .from(interviewRequests)
    .where(and(eq(interviewRequests.id, requestId), own))
}

/** A delivered request to the caller; before delivery a student must not learn of it. */
export const findOwnRequest = (call: Call, requestId: string) => ownRequest(call, requestId).get()

export function ownRequest(call: Call, requestId: string) {
  const own = eq(interviewRequests.studentId, call.actorId)
  return call.db
    .select()
    .from(interviewRequests)
    .where(and(eq(interviewRequests.id, requestId), own, wasDelivered))
}

/** Any request, for a consumer of a note: does not check who it belongs to. */
export function findRequest(call: Call, requestId: string): Promise<InterviewRequest | undefined> {
  return call.db.select().from(interviewRequests).where(eq(interviewRequests.id, requestId)).get()
}

export const wasDelivered = sql`EXISTS (SELECT 1 FROM interview_events e
  WHERE e.request_id = interview_requests.id AND e.event = 'deliver')`

/** The number of the last wording that the student got. */
export const deliveredEdition = sql<number>`(SELECT max(e.edition) FROM interview_events e
  WHERE e.request_id = interview_requests.id AND e.event = 'deliver')`

/**
 * The cause of the request's last event, such as that the student hid or withdrew consent; null if
 * the event has none.
 */
export const because = sql<
  (typeof interviewEvents.$inferSelect)['cause']
>`(SELECT e.cause FROM interview_events e
  WHERE e.request_id = interview_requests.id AND e.version = interview_requests.version)`.as(
  'because',
)

/**
 * The state as the student sees it. While a revised wording is queued, the student still sees the
 * state in which they wait for it.
 */
export function shownState({ state }: InterviewRequest): InterviewRequest['state'] {
  return state === 'queued' ? 'revision-requested' : state
}
