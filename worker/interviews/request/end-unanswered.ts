import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { findRequest } from './find-request.ts'
import { moved, moveRequest } from './move-request.ts'
import { nextState } from './state.ts'

/** Ends a request that the student has not answered for fourteen days. */
export function expireRequest(call: Call, timer: Note<'interview.expiry'>): Promise<void> {
  return end(call, timer, 'expire', 'interview.expired')
}

/** Ends a request for which the employer has sent no new wording for seven days. */
export function lapseRequest(call: Call, timer: Note<'interview.lapse'>): Promise<void> {
  return end(call, timer, 'lapse', 'interview.lapsed')
}

async function end(
  call: Call,
  { subjectId, payload }: Note<'interview.expiry' | 'interview.lapse'>,
  event: 'expire' | 'lapse',
  kind: 'interview.expired' | 'interview.lapsed',
) {
  const request = await findRequest(call, subjectId)
  if (request?.version !== payload.version) return
  const to = nextState(request.state, event, 'timer', { edition: request.edition, slot: false })
  if (!to) return
  await commit(
    call,
    [
      ...moveRequest(call, request, { event, actor: 'timer', to }),
      note(call, kind, request.id, { payload: { version: request.version + 1 } }),
    ],
    { answer: null, conflicts: moved },
  )
}
