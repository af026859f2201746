import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { AnswerInput } from '../edition/answer-input.ts'
import { hideOwnIdentity } from '../identity/hide-own-identity.ts'
import { sealWords } from '../sealed/words.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import type { InterviewRequest } from '../request/request.ts'

type Input = Extract<InferOutput<typeof AnswerInput>, { answer: 'decline' }>

/**
 * Declines, with or without a reason. What would identify the student is redacted from the reason.
 */
export async function declineRequest(call: Call, request: InterviewRequest, { reason }: Input) {
  const to = whereTo(request, 'decline', 'student')
  const words = await sealWords(call, request, await hideOwnIdentity(call, reason))
  const version = request.version + 1
  return commit(
    call,
    [
      ...moveRequest(call, request, { event: 'decline', actor: 'student', to, words }),
      note(call, 'interview.answered', request.id, { payload: { version, answer: 'decline' } }),
    ],
    { answer: { requestId: request.id, state: to, version }, conflicts: moved },
  )
}
