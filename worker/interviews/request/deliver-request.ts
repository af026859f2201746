import { findReader } from '../../accounts/account/find-reader.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { endOfDay } from '../../foundation/reader/end-of-day.ts'
import { newId } from '../../foundation/call/id.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { mayReveal } from '../../organizations/consent/may-reveal.ts'
import { recordDisclosure } from '../../organizations/consent/record-disclosure.ts'
import { findCandidate } from '../../talent/eligibility/find-candidate.ts'
import { findRequest } from './find-request.ts'
import { moved, moveRequest, whereTo } from './move-request.ts'
import { daysUntil, nextState } from './state.ts'
import type { InterviewRequest } from './request.ts'
import { findUnsent, takeBackEdition } from './take-back-edition.ts'

const reminderSeconds = 86_400

/**
 * Reaction to interview.delivery, after the five minutes for undoing: delivers the request, or
 * gives it back to the recruiter if the student is no longer visible.
 */
export async function deliverRequest(
  call: Call,
  { subjectId, payload }: Note<'interview.delivery'>,
): Promise<void> {
  const request = await findRequest(call, subjectId)
  if (request?.state !== 'queued' || request.version !== payload.version) return
  const { organizationId: employerId, openingId, studentId } = request
  const [candidate] = await findCandidate(call, studentId, { employerId, openingId })
  if (candidate) await deliver(call, request, candidate.consent_id)
  else await giveBack(call, request)
}

async function deliver(call: Call, request: InterviewRequest, consentId: string): Promise<void> {
  const { id, organizationId, recruiterId, studentId } = request
  const { zone } = await findReader(call, studentId)
  const answerBy = endOfDay(call.now, daysUntil.answer, zone)
  const remindAt = new Date(answerBy.getTime() - reminderSeconds * 1000)
  const at = { payload: { version: request.version + 1 } }
  const right = mayReveal(call, [consentId])
  await commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'deliver',
        actor: 'timer',
        to: whereTo(request, 'deliver', 'timer'),
        set: { answerBy, deliverAt: null },
      }),
      ...recordDisclosure(call, right, {
        id: newId(),
        organizationId,
        accountId: recruiterId,
        kind: 'requested',
        subjectId: id,
        consentId,
        fields: ['skill', 'level'],
      }),
      note(call, 'interview.delivered', id, { ...at, until: answerBy }),
      note(call, 'interview.reminder', id, { ...at, dueAt: remindAt, until: answerBy }),
      note(call, 'interview.expiry', id, { ...at, dueAt: answerBy }),
    ],
    { answer: null, conflicts: moved },
  )
}

/** Undoes the sending. The recruiter is told that this person is not available, but not why. */
async function giveBack(call: Call, request: InterviewRequest): Promise<void> {
  const { draft, lapsesAt } = await findUnsent(call, request)
  const { state, edition } = request
  const to = nextState(state, 'undo', 'recruiter', { edition, slot: false }) ?? 'draft'
  await commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'undo',
        actor: 'timer',
        cause: 'student-unavailable',
        to,
        edition: edition - 1,
        set: { draft, deliverAt: null },
      }),
      ...takeBackEdition(call, request, lapsesAt),
      note(call, 'interview.returned', request.id, { payload: { version: request.version + 1 } }),
    ],
    { answer: null, conflicts: moved },
  )
}
