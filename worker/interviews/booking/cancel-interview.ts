import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { endConsentTo } from '../../organizations/consent/end-consent.ts'
import { reasonMissing } from '../problems.ts'
import { endBooking, startedConflicts } from '../request/end-booking.ts'
import type { Party } from '../request/find-party.ts'
import { sealWords } from '../sealed/words.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import type { CancelInput } from './booking-input.ts'

/**
 * Cancels an interview before it begins. An employer must give a reason. The other side can read
 * the reason. The student shared their identity for this interview only, so the employer can no
 * longer read it.
 */
export async function cancelInterview(
  call: Call,
  { side, request }: Party,
  { reason }: InferOutput<typeof CancelInput>,
) {
  const to = whereTo(request, 'cancel', side)
  if (side === 'recruiter' && reason === undefined) throw reasonMissing()
  const { id: requestId, disclosureId } = request
  const version = request.version + 1
  const words = await sealWords(call, request, reason)
  return commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'cancel',
        actor: side,
        to,
        words,
        set: { endedBy: side, offerVersion: null },
      }),
      ...endBooking(call, requestId),
      ...(disclosureId ? [endConsentTo(call, disclosureId)] : []),
      note(call, 'interview.cancelled', requestId, { payload: { version } }),
    ],
    {
      answer: { requestId, state: to, version },
      conflicts: { ...moved, ...startedConflicts },
    },
  )
}
