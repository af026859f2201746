import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { moved, moveRequest, whereTo } from './move-request.ts'
import type { InterviewRequest } from './request.ts'

/** The employer withdraws its request; the student is told. */
export function withdrawRequest(call: Call, request: InterviewRequest) {
  const to = whereTo(request, 'withdraw', 'recruiter')
  const version = request.version + 1
  return commit(
    call,
    [
      ...moveRequest(call, request, { event: 'withdraw', actor: 'recruiter', to }),
      note(call, 'interview.withdrawn', request.id, { payload: { version } }),
    ],
    { answer: { requestId: request.id, state: to, version }, conflicts: moved },
  )
}
