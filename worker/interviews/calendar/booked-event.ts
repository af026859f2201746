import * as m from '../../../web/paraglide/messages/_index.js'
import type { Call } from '../../foundation/call/call.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { say } from '../../http/say.ts'
import type { CalendarEvent } from './calendar.ts'
import type { BookingRow } from '../request/request.ts'
import type { Edition } from '../edition/edition.ts'
import { contactLine, readWhere } from './where.ts'

interface Booked {
  booking: BookingRow
  requestId: string
  employer: string
  edition: Edition
  /** The recipient's own address. */
  attendee: string
  /** The recipient, in whose language the texts of the file are written. */
  reader: Reader
}

/** An interview as a calendar event. Names the employer's people but not the student. */
export async function bookedEvent(
  call: Call,
  { booking, requestId, employer, edition, attendee, reader }: Booked,
): Promise<CalendarEvent> {
  const { origin, now } = call
  const { host, hostname } = new URL(origin)
  const { title, interviewers } = edition
  const where = await readWhere(call, booking, edition)
  const contact = contactLine(where.contact, reader)
  const people = interviewers.map((person) => `${person.name}, ${person.title}`).join('; ')
  return {
    bookingId: booking.id,
    requestId,
    origin,
    host,
    sender: `calendar@${hostname}`,
    employer,
    attendee,
    summary: say(reader, m.mails_calendar_summary, { title }),
    description: [
      formatOf(edition, reader),
      say(reader, m.mails_calendar_with, { people }),
      contact === undefined ? undefined : say(reader, m.appointments_contact, { contact }),
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
    location: where.location,
    contact,
    start: booking.startsAt,
    end: booking.endsAt,
    now,
    sequence: booking.sequence,
    cancelled: booking.endedAt !== null,
    alarmMinutes: 60,
  }
}

/** How an interview is held, as a sentence. */
export function formatOf({ format, place }: Edition, reader: Reader): string {
  if (format === 'in-person') return say(reader, m.mails_calendar_in_person, { place: place.name })
  return say(reader, format === 'video' ? m.mails_calendar_video : m.mails_calendar_telephone)
}
