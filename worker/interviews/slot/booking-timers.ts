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
 * The timers of a booked time: reminders a day and an hour before, a question afterwards whether it
 * took place, and a day after the end it counts as held. Each carries the start time, so that
 * timers of a moved interview do nothing.
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
