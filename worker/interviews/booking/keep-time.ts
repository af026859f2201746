import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { interviewRequestMoved } from '../problems.ts'
import type { Party } from '../request/find-party.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'

/** Takes other times off: whoever offered them thinks better of it, or the other side can make none. */
export async function keepTime(call: Call, { side, request }: Party): Promise<void> {
  const to = whereTo(request, 'keep-time', side)
  if (request.offerVersion === null) throw interviewRequestMoved()
  const version = request.version + 1
  await commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'keep-time',
        actor: side,
        to,
        set: { offerVersion: null },
      }),
      note(call, 'interview.kept', request.id, { payload: { version } }),
    ],
    { answer: null, conflicts: moved },
  )
}
