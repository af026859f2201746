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
 * What the clock does about a booked time: both sides are reminded a day and an hour before, asked
 * afterwards whether it took place, and after a day without a word it counts as held. Each carries the
 * time it is about, so that of a time which was moved nothing is told.
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
