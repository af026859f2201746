import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { Party } from '../request/find-party.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import type { KeepQuery } from './booking-input.ts'
import { changedMeanwhile } from './find-last-change.ts'

/**
 * Ends an offer of other times: the side that made it withdraws it, or the other side refuses it.
 */
export async function keepTime(
  call: Call,
  party: Party,
  { version: offerVersion }: InferOutput<typeof KeepQuery>,
): Promise<void> {
  const { side, request } = party
  const to = whereTo(request, 'keep-time', side)
  if (request.offerVersion !== offerVersion) throw await changedMeanwhile(call, party)
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
