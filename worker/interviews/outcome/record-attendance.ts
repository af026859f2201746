import type { InferOutput } from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { tooEarlyToSay, tooLateToSay } from '../problems.ts'
import { type Party, standingBooking } from '../request/find-party.ts'
import { limits } from '../request/interview-times.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import { holdInterview } from './hold-interview.ts'
import type { AttendanceInput } from './outcome-input.ts'

/**
 * Either side reports that the interview took place, after its end, or that the other side was
 * absent, from 15 minutes after the start. The first report counts; a side reported absent may
 * dispute it.
 */
export async function recordAttendance(
  call: Call,
  party: Party,
  { attendance }: InferOutput<typeof AttendanceInput>,
) {
  const { side, request } = party
  const event = attendance === 'took-place' ? 'attend' : 'miss'
  const to = whereTo(request, event, side)
  const { id: requestId } = request
  const booking = standingBooking(party)
  const [now, start, end] = [call.now, booking.startsAt, booking.endsAt].map(Number) as Three
  if (event === 'attend') {
    if (now < end) throw tooEarlyToSay()
    return holdInterview(call, request, { actor: side, booking })
  }
  if (now < start + limits.absentAfterMs) throw tooEarlyToSay()
  if (now > end + limits.settlesAfterMs) throw tooLateToSay()
  const version = request.version + 1
  const endedBy = side === 'recruiter' ? 'student' : 'recruiter'
  return commit(
    call,
    [
      ...moveRequest(call, request, {
        event,
        actor: side,
        to,
        set: { endedBy, offerVersion: null },
      }),
      note(call, 'interview.missed', requestId, { payload: { version } }),
    ],
    { answer: { requestId, state: to, version }, conflicts: moved },
  )
}

type Three = [number, number, number]
