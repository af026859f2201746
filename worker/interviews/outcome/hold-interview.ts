import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { zoneOrUtc } from '../../foundation/reader/reader.ts'
import { bookingOf } from '../request/find-party.ts'
import { findRequest } from '../request/find-request.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import type { InterviewRequest } from '../request/request.ts'
import type { Actor } from '../request/state.ts'
import { endOfWorkingDay, morningOfWorkingDay } from './working-days.ts'

const dueAfterDays = 5
const askedAfterMs = 2 * 86_400_000
const remindedAfterDays = [3, dueAfterDays]

interface Held {
  actor: Actor
  booking: { hostZone: string | null; endsAt: Date }
}

/**
 * Marks an interview as held. Two days after its end the employer is asked for the outcome and the
 * student for a note. The outcome is due by the end of the fifth working day after the interview in
 * the host's zone; the employer is reminded on the third and fifth.
 */
export async function holdInterview(call: Call, request: InterviewRequest, held: Held) {
  const { actor, booking } = held
  const to = whereTo(request, 'attend', actor)
  const { id: requestId } = request
  const { zone } = zoneOrUtc(booking.hostZone)
  const outcomeDue = endOfWorkingDay(booking.endsAt, dueAfterDays, zone)
  const asked = new Date(Math.max(booking.endsAt.getTime() + askedAfterMs, call.now.getTime()))
  const reminders = remindedAfterDays.map((days) => morningOfWorkingDay(booking.endsAt, days, zone))
  const version = request.version + 1
  return commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'attend',
        actor,
        to,
        set: { outcomeDue, offerVersion: null },
      }),
      ...[asked, ...reminders.filter((moment) => moment > asked)].map((dueAt, step) =>
        note(call, 'interview.outcome-due', requestId, { dueAt, payload: { version, step } }),
      ),
    ],
    { answer: { requestId, state: to, version }, conflicts: moved },
  )
}

/**
 * Reaction to interview.settle, a day after the end: without a report, the interview counts as
 * held.
 */
export async function holdByClock(
  call: Call,
  { subjectId, payload }: Note<'interview.settle'>,
): Promise<void> {
  const [request, booking] = await Promise.all([
    findRequest(call, subjectId),
    bookingOf(call, subjectId).get(),
  ])
  if (request?.state !== 'scheduled' || booking?.startsAt.getTime() !== payload.startsAt) return
  await holdInterview(call, request, { actor: 'timer', booking })
}
