import { and, eq, type SQL } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { guard } from '../../foundation/commit/commit.ts'
import type { Sealed } from '../../foundation/crypto/seal.ts'
import type { RevisionPart } from '../edition/edition.ts'
import { interviewRequestMoved } from '../problems.ts'
import { type Actor, nextState, type RequestEvent, type RequestState } from './state.ts'
import { type InterviewRequest, isEnding } from './request.ts'
import { interviewEvents, interviewRequests } from '../tables.ts'

interface Move {
  event: RequestEvent
  actor: Actor
  to: RequestState
  /** Further columns of the request. */
  set?: Partial<InterviewRequest>
  /** A condition checked in the same statement, such as a time. */
  where?: SQL | undefined
  edition?: number
  cause?: NonNullable<(typeof interviewEvents.$inferSelect)['cause']>
  parts?: readonly RevisionPart[]
  words?: Sealed | null
  /** The time that the event sets. */
  startsAt?: Date
}

/** The state that an event leads to; throws 409 if the state table has none. */
export function whereTo(
  request: InterviewRequest,
  event: RequestEvent,
  actor: Actor,
  { slot = false } = {},
): RequestState {
  const { state, edition } = request
  const to = nextState(state, event, actor, { edition, slot })
  if (!to) throw interviewRequestMoved()
  return to
}

/**
 * For a commit: moves the request by one event, if it has not changed since the read, and stores
 * the event under the next version. If two events come at once, the second fails with
 * `request_moved`.
 */
export function moveRequest(call: Call, request: InterviewRequest, move: Move) {
  const {
    event,
    actor,
    to,
    set = {},
    where,
    edition = request.edition,
    cause = null,
    parts,
    words,
    startsAt = null,
  } = move
  const ends = isEnding(to) && !isEnding(request.state)
  const version = request.version + 1
  const unmoved = [
    eq(interviewRequests.id, request.id),
    eq(interviewRequests.version, request.version),
    eq(interviewRequests.state, request.state),
  ]
  return [
    call.db
      .update(interviewRequests)
      .set({ ...set, state: to, version, edition, ...(ends && { endedAt: call.now }) })
      .where(and(...unmoved, where)),
    guard(call, 'request_moved'),
    call.db.insert(interviewEvents).values({
      requestId: request.id,
      version,
      event,
      actor,
      accountId: actor === 'timer' ? null : call.actorId,
      state: to,
      edition: Math.max(request.edition, edition),
      cause,
      parts: parts ? JSON.stringify(parts) : null,
      words: words ?? null,
      at: call.now,
      startsAt,
    }),
    // Audit entries about what a student does, or causes by hiding or a block, get no organization,
    // because the employer's admins can read the entries of their organization.
    auditEntry(
      call,
      `interview.${event}`,
      request.id,
      { state: to },
      actor === 'student' || cause !== null ? null : request.organizationId,
    ),
  ]
}

export const moved = {
  request_moved: interviewRequestMoved,
  'interview_events.request_id, interview_events.version': interviewRequestMoved,
}
