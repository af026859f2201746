import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { note } from '../../foundation/outbox/note.ts'

const hourMs = 3_600_000
const reminderHours = [24, 1] as const

interface Span {
  startsAt: Date
  endsAt: Date
}

/**
 * For a commit: the notes for a booked time. Reminders a day and an hour before the start; a
 * question at the end whether the interview took place; and one a day after the end, when it counts
 * as held. Each names the start time, so that notes for an earlier time do nothing.
 */
export function bookingTimers(
  call: Call,
  requestId: string,
  { startsAt, endsAt }: Span,
): Statement[] {
  const at = startsAt.getTime()
  const settlesAt = new Date(endsAt.getTime() + 24 * hourMs)
  const reminders = reminderHours.flatMap((hours) => {
    const dueAt = new Date(at - hours * hourMs)
    if (dueAt <= call.now) return []
    const payload = { startsAt: at, hours }
    return [note(call, 'interview.near', requestId, { dueAt, payload, until: startsAt })]
  })
  return [
    ...reminders,
    note(call, 'interview.over', requestId, {
      dueAt: endsAt,
      payload: { startsAt: at },
      until: settlesAt,
    }),
    note(call, 'interview.settle', requestId, { dueAt: settlesAt, payload: { startsAt: at } }),
  ]
}
