import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { acceptRequest } from './accept-request.ts'
import type { AnswerInput } from '../edition/answer-input.ts'
import { askRevision } from './ask-revision.ts'
import { declineRequest } from './decline-request.ts'
import { interviewRequestMoved } from '../problems.ts'
import type { InterviewRequest } from '../request/request.ts'

/**
 * The student's answer: accept a time, decline, or ask for a change. 409 if the wording has changed
 * since the student read it.
 */
export function answerRequest(
  call: Call,
  request: InterviewRequest,
  input: InferOutput<typeof AnswerInput>,
) {
  if (input.edition !== request.edition) throw interviewRequestMoved()
  if (input.answer === 'accept') return acceptRequest(call, request, input)
  if (input.answer === 'decline') return declineRequest(call, request, input)
  return askRevision(call, request, input)
}
