import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { interviewRequestMoved, tooLateToSay } from '../problems.ts'
import type { Party } from '../request/find-party.ts'
import { limits } from '../request/interview-times.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import { outcomes } from '../tables.ts'
import { sealFeedback } from '../sealed/words.ts'
import type { OutcomeInput } from './outcome-input.ts'

/**
 * Records the outcome of an interview. The employer decides, with or without feedback. For 180 days
 * after that, either side may add a later outcome. The other side is told each time.
 */
export async function recordOutcome(
  call: Call,
  { side, request }: Party,
  input: InferOutput<typeof OutcomeInput>,
) {
  const event = 'feedback' in input ? 'decide' : 'amend'
  const to = whereTo(request, event, side)
  const { id: requestId, endedAt } = request
  const told = 'feedback' in input ? input.feedback : null
  const feedback = await sealFeedback(call, request, told ?? undefined)
  if (event === 'amend') {
    if (!endedAt) throw interviewRequestMoved()
    if (call.now.getTime() > endedAt.getTime() + limits.amendMs) throw tooLateToSay()
  }
  const version = request.version + 1
  return commit(
    call,
    [
      ...moveRequest(call, request, { event, actor: side, to }),
      call.db.insert(outcomes).values({
        requestId,
        version,
        side,
        outcome: input.outcome,
        feedback,
        accountId: call.actorId,
        at: call.now,
      }),
      note(call, 'interview.outcome', requestId, { payload: { version } }),
    ],
    { answer: { requestId, state: to, version }, conflicts: moved },
  )
}
