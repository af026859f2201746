export interface CalendarEvent {
  bookingId: string
  requestId: string
  /** The address of the instance, without a trailing slash. */
  origin: string
  /** The host of that address. It is part of the UID, which must be unique worldwide. */
  host: string
  sender: string
  employer: string
  /** The recipient's own address; a file contains no other one. */
  attendee: string
  summary: string
  description: string
  location?: string | undefined
  /** The recipient's contact person. */
  contact?: string | undefined
  start: Date
  end: Date
  now: Date
  /** 0 for the first file of a booking, one more for each change. */
  sequence: number
  cancelled: boolean
  /** How long before the start the calendar reminds. */
  alarmMinutes?: number
}

/** An interview without its people, to keep. */
export type ArchivedEvent = Omit<CalendarEvent, 'attendee' | 'contact' | 'alarmMinutes'>

type Event = Omit<CalendarEvent, 'attendee'> & Partial<Pick<CalendarEvent, 'attendee'>>

/** An iCalendar file of one interview for one recipient (RFC 5545, RFC 5546). */
export function calendarFile(event: CalendarEvent): string {
  return fileOf(methodOf(event), [event])
}

/**
 * Interviews to keep, in one file for any calendar. It invites nobody, so it names no attendee (RFC
 * 5546 §3.2.1).
 */
export function calendarArchive(events: readonly ArchivedEvent[]): string {
  return fileOf('PUBLISH', events)
}

function fileOf(method: string, events: readonly Event[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mettle//Interviews 1.0//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .flatMap(foldLine)
    .map((line) => `${line}\r\n`)
    .join('')
}

function eventLines(event: Event): string[] {
  const { bookingId, requestId, origin, host, sender, employer, attendee, cancelled } = event
  return [
    'BEGIN:VEVENT',
    `UID:booking-${bookingId}@${host}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${timeOf(event.now)}`,
    `DTSTART:${timeOf(event.start)}`,
    `DTEND:${timeOf(event.end)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    ...(event.location === undefined ? [] : [`LOCATION:${escapeText(event.location)}`]),
    ...(event.contact === undefined ? [] : [`CONTACT:${escapeText(event.contact)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `ORGANIZER;CN=${quoted(employer)}:mailto:${sender}`,
    ...(attendee === undefined
      ? []
      : [`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee}`]),
    `URL:${origin}/interviews/${requestId}`,
    'TRANSP:OPAQUE',
    ...alarmLines(event),
    'END:VEVENT',
  ]
}

/** A cancelled interview has no reminder. */
function alarmLines({ alarmMinutes, cancelled, summary }: Event): string[] {
  if (alarmMinutes === undefined || cancelled) return []
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:-PT${alarmMinutes}M`,
    'END:VALARM',
  ]
}

export function methodOf({ cancelled }: Pick<CalendarEvent, 'cancelled'>): 'REQUEST' | 'CANCEL' {
  return cancelled ? 'CANCEL' : 'REQUEST'
}

/** RFC 5545 §3.3.11. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n')
}

/** RFC 5545 §3.1: at most 75 octets per line, with the leading space; never splits a character. */
export function foldLine(line: string): string[] {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current]
}

/** Octets in UTF-8. Encoding each character to count them takes a hundred times as long. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

/** Removes quotes, which cannot be escaped here, and line breaks, which would end the line. */
function quoted(name: string): string {
  return `"${name.replace(/["\p{Cc}]/gu, '')}"`
}

function timeOf(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d{3}/g, '')
}
