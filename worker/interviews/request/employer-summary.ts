import { sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { isRead } from '../../notifications/is-read.ts'
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

/** SQL: whether the caller has opened the current version. */
export const readByMe = ({ actorId }: Call) =>
  isRead({
    accountId: sql`${actorId}`,
    id: sql`interview_requests.id`,
    version: sql`interview_requests.version`,
  })
    .mapWith(Boolean)
    .as('is_read')

/** Read marks are deleted after 90 days, and an old message must not be unread again. */
const unreadForMs = 70 * 86_400_000

/**
 * SQL: the id of the student's last message, if the caller has not read it. In the states that are
 * left out, the page of the request shows no messages.
 */
export const unreadMessageId = ({ actorId, now }: Call) => {
  const read = isRead({ accountId: sql`${actorId}`, id: sql`last.id`, version: sql`0` })
  return sql<string | null>`CASE WHEN interview_requests.state NOT IN
      ('draft', 'queued', 'withdrawn', 'declined', 'expired', 'lapsed')
    THEN (SELECT last.id FROM (SELECT q.id FROM request_messages q
        WHERE q.request_id = interview_requests.id AND q.side = 'student'
          AND q.at > ${now.getTime() - unreadForMs}
        ORDER BY q.at DESC, q.id DESC LIMIT 1) last
      WHERE NOT ${read}) END`.as('unread_message_id')
}

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
