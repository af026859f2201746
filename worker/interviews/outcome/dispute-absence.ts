import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { interviewRequestMoved, tooLateToSay } from '../problems.ts'
import type { Party } from '../request/find-party.ts'
import { limits } from '../request/interview-times.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'

/**
 * The side that was reported absent disputes this, within three days. Then the absence counts
 * against neither side.
 */
export async function disputeAbsence(call: Call, { side, request }: Party) {
  const to = whereTo(request, 'dispute', side)
  const { id: requestId, endedBy, endedAt } = request
  if (endedBy !== side || !endedAt) throw interviewRequestMoved()
  if (call.now.getTime() > endedAt.getTime() + limits.disputeMs) throw tooLateToSay()
  const version = request.version + 1
  return commit(
    call,
    [
      ...moveRequest(call, request, { event: 'dispute', actor: side, to, set: { endedBy: null } }),
      note(call, 'interview.disputed', requestId, { payload: { version } }),
    ],
    { answer: { requestId, state: to, version }, conflicts: moved },
  )
}
