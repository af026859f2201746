import type { InferOutput } from 'valibot'

import { findReader } from '../../accounts/account/find-reader.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { endOfDay } from '../../foundation/reader/end-of-day.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { AnswerInput } from '../edition/answer-input.ts'
import { hideOwnIdentity } from '../identity/hide-own-identity.ts'
import { sealWords } from '../sealed/words.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import { revisionsUsedUp } from '../problems.ts'
import { daysUntil, mostRevisions } from '../request/state.ts'
import type { InterviewRequest } from '../request/request.ts'

type Input = Extract<InferOutput<typeof AnswerInput>, { answer: 'ask-revision' }>

/**
 * Asks for other pay, hours, place, time or format. The employer has seven days to send a new
 * wording.
 */
export async function askRevision(
  call: Call,
  request: InterviewRequest,
  { parts, note: comment }: Input,
) {
  const to = whereTo(request, 'ask-revision', 'student')
  if (request.revisions >= mostRevisions) throw revisionsUsedUp()
  const words = await sealWords(call, request, await hideOwnIdentity(call, comment))
  const version = request.version + 1
  const { zone } = await findReader(call, request.recruiterId)
  const lapsesAt = endOfDay(call.now, daysUntil.lapse, zone)
  return commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'ask-revision',
        actor: 'student',
        to,
        parts,
        words,
        set: { revisions: request.revisions + 1, answerBy: lapsesAt },
      }),
      note(call, 'interview.answered', request.id, {
        payload: { version, answer: 'ask-revision' },
      }),
      note(call, 'interview.lapse', request.id, { dueAt: lapsesAt, payload: { version } }),
    ],
    { answer: { requestId: request.id, state: to, version }, conflicts: moved },
  )
}
