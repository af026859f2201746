import { sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { isCandidate } from '../../talent/eligibility/find-candidate.ts'
import { againOf, type InterviewRequest } from './request.ts'

/**
 * SQL: false if the employer still has to send a wording, but can no longer ask this student for
 * this opening. Does not say why.
 */
export const available = (call: Call) =>
  sql`CASE WHEN interview_requests.state IN ('draft', 'revision-requested') THEN ${isCandidate(
    call,
    {
      studentId: sql`interview_requests.student_id`,
      employerId: actingOf(call).organizationId,
      openingId: sql`interview_requests.opening_id`,
    },
  )} ELSE 1 END`
    .mapWith(Boolean)
    .as('available')

/** What the employer's list and page show of a request itself. */
export function summaryOf(request: InterviewRequest) {
  const { id, pseudonym, openingId, state, version, edition, revisions } = request
  const { deliverAt, answerBy, createdAt } = request
  return {
    id,
    pseudonym,
    openingId,
    state,
    version,
    edition,
    revisions,
    deliverAt,
    answerBy,
    createdAt,
    /** Null while the request is live. */
    again: againOf(request),
  }
}
