import { type SQL, and, eq, inArray, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { endBooking, startedConflicts } from './end-booking.ts'
import { moved, moveRequest, whereTo } from './move-request.ts'
import type { InterviewRequest } from './request.ts'
import { interviewRequests } from '../tables.ts'

/**
 * Reaction to consent.withdrawn (the consent's id). The employer can no longer read name and
 * contact, so an interview that has not begun is cancelled and both sides are told.
 */
export async function cancelWithoutConsent(
  call: Call,
  { subjectId }: Note<'consent.withdrawn'>,
): Promise<void> {
  const [request] = await findAgreed(
    call,
    sql`${interviewRequests.disclosureId} IN (SELECT id FROM disclosures WHERE consent_id = ${subjectId})`,
  )
  if (request) await cancel(call, request)
}

/** Reaction to erasure.asked (the account's id): cancels the student's interviews not yet begun. */
export async function cancelOfErased(
  call: Call,
  { subjectId }: Note<'erasure.asked'>,
): Promise<void> {
  const agreed = await findAgreed(call, eq(interviewRequests.studentId, subjectId))
  await tryEach(agreed, (request) => cancel(part(call, request.id), request))
}

async function cancel(call: Call, request: InterviewRequest): Promise<void> {
  const version = request.version + 1
  const student = { ...call, actorId: request.studentId }
  await commit(
    call,
    [
      ...moveRequest(student, request, {
        event: 'cancel',
        actor: 'student',
        to: whereTo(request, 'cancel', 'student'),
        cause: 'consent-withdrawn',
        set: { endedBy: 'student', offerVersion: null },
      }),
      ...endBooking(call, request.id),
      note(call, 'interview.cancelled', request.id, { payload: { version } }),
    ],
    { answer: null, conflicts: { ...moved, ...startedConflicts } },
  )
}

function findAgreed(call: Call, whose: SQL): Promise<InterviewRequest[]> {
  const agreed = inArray(interviewRequests.state, ['accepted', 'scheduled'])
  // An interview that has begun is not cancelled; the employer only loses access to the identity.
  const waiting = sql`EXISTS (SELECT 1 FROM bookings b WHERE b.request_id = ${interviewRequests.id}
    AND b.ended_at IS NULL AND b.starts_at > ${call.now.getTime()})`
  return call.db
    .select()
    .from(interviewRequests)
    .where(and(agreed, whose, waiting))
}
