import type { CalendarEvent } from './calendar.ts'
import type { Edition } from './edition.ts'

interface Booked {
  booking: { id: string; startsAt: Date; endsAt: Date; sequence: number }
  requestId: string
  employer: string
  edition: Edition
  /** The recipient's own address. */
  attendee: string
  origin: string
  now: Date
}

const formats = { video: 'Video call', telephone: 'Telephone call', 'in-person': 'In person' }

/** An interview as its calendar file says it. It names the employer's people and never the student. */
export function bookedEvent({
  booking,
  requestId,
  employer,
  edition,
  attendee,
  origin,
  now,
}: Booked): CalendarEvent {
  const { host, hostname } = new URL(origin)
  const { title, format, place, interviewers, adjustments } = edition
  const people = interviewers.map((person) => `${person.name}, ${person.title}`).join('; ')
  const where = format === 'in-person' ? `${formats[format]}: ${place.name}` : formats[format]
  return {
    bookingId: booking.id,
    requestId,
    host,
    sender: `calendar@${hostname}`,
    employer,
    attendee,
    summary: `Interview: ${title}`,
    description: [where, `With ${people}`, adjustments].join('\n'),
    start: booking.startsAt,
    end: booking.endsAt,
    now,
    sequence: booking.sequence,
    cancelled: false,
  }
}
