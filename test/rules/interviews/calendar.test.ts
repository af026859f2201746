import ICAL from 'ical.js'
import { expect, it } from 'vitest'

import {
  type CalendarEvent,
  calendarFile,
  escapeText,
  foldLine,
} from '../../../worker/interviews/calendar/calendar.ts'
import { agreesWithCases } from '../../support/cases.ts'

type Written = Omit<CalendarEvent, 'now' | 'start' | 'end' | 'origin'> &
  Record<'now' | 'start' | 'end', string>

agreesWithCases<{ line: string }, { lines: string[] }>('calendar_fold', ({ line }, { lines }) => {
  expect(foldLine(line)).toEqual(lines)
})

agreesWithCases<{ text: string }, { value: string }>('calendar_escape', ({ text }, { value }) => {
  expect(escapeText(text)).toBe(value)
})

agreesWithCases<Written, { text: string }>('calendar_event', (written, { text }) => {
  const { now, start, end } = written
  const origin = `https://${written.host}`
  const event = {
    ...written,
    origin,
    now: new Date(now),
    start: new Date(start),
    end: new Date(end),
  }
  expect(calendarFile(event)).toBe(text)
})

const event: CalendarEvent = {
  bookingId: '7d0a3c55-21f4-4b0a-8d5e-93f0a6b7c101',
  requestId: '0b7c1f52-8a35-4d0e-9a76-0c2f6a1de001',
  origin: 'http://localhost:8787',
  host: 'localhost:8787',
  sender: 'calendar@mettle.example',
  employer: 'Smith; "Sons", & Töchter: GmbH\nX-EVIL:1',
  attendee: 'student@mail.example',
  summary:
    'Interview: Team lead, night shift; \\o/ 🌙 in “Łódź”, and a title long enough to be folded twice over, surely',
  description: 'One\nTwo\r\nEND:VEVENT',
  start: new Date('2026-03-08T13:00:00Z'),
  end: new Date('2026-03-08T13:45:00Z'),
  now: new Date('2026-03-01T12:00:00Z'),
  sequence: 0,
  cancelled: false,
}

it('is read correctly by an independent calendar library', () => {
  const calendar = new ICAL.Component(ICAL.parse(calendarFile(event)))
  const read = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)

  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(read).toMatchObject({
    uid: `booking-${event.bookingId}@localhost:8787`,
    summary: event.summary,
    description: 'One\nTwo\nEND:VEVENT',
    sequence: 0,
  })
  expect(read.startDate.toJSDate()).toEqual(event.start)
  expect(read.endDate.toJSDate()).toEqual(event.end)
})

it('keeps a name with quotes and line breaks inside its own line', () => {
  const file = calendarFile(event).replaceAll('\r\n ', '')
  expect(file).toContain(
    'ORGANIZER;CN="Smith; Sons, & Töchter: GmbHX-EVIL:1":mailto:calendar@mettle.example\r\n',
  )
})

it('names one attendee, the recipient', () => {
  expect(calendarFile(event).match(/ATTENDEE/g)).toHaveLength(1)
})

it('links to the instance, and reminds an hour before unless it was cancelled', () => {
  const eventIn = (more: Partial<CalendarEvent>) =>
    new ICAL.Component(
      ICAL.parse(calendarFile({ ...event, alarmMinutes: 60, ...more })),
    ).getFirstSubcomponent('vevent')
  const booked = eventIn({})
  expect(booked?.getFirstPropertyValue('url')).toBe(
    `http://localhost:8787/interviews/${event.requestId}`,
  )
  const alarm = booked?.getFirstSubcomponent('valarm')
  expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY')
  expect(alarm?.getFirstPropertyValue('description')).toBe(event.summary)
  expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT60M')
  expect(eventIn({ cancelled: true })?.getFirstSubcomponent('valarm')).toBeNull()
})
