import * as m from '../../../web/paraglide/messages/_index.js'
import { exactly } from '../../foundation/reader/dates.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { said, say } from '../../http/say.ts'
import { type Message, message, subject } from './message.ts'

const why = said(m.mails_why_account)

export type Side = 'recruiter' | 'student'

/** What every mail about an accepted interview may name. */
export interface Meeting {
  title: string
  employer: string
  link: string
  startsAt: Date
}

type Facts = { title: string; employer: string; when: string }

const factsOf = ({ title, employer, startsAt }: Meeting, reader: Reader): Facts => ({
  title,
  employer,
  when: exactly(reader, startsAt),
})

/** Adds a calendar file. Calendar programs replace the entry from an earlier mail with it. */
export function withCalendar(
  told: Message,
  content: string,
  method: 'REQUEST' | 'CANCEL',
): Message {
  const type = `text/calendar; charset=utf-8; method=${method}`
  return (reader) => ({ ...told(reader), attachment: { name: 'interview.ics', type, content } })
}

interface Offered {
  by: Side
  /** Until when a time can be chosen or offered. */
  until: Date
  /** Whether the recipient may still offer other times. */
  mayOffer: boolean
}

export const timesOfferedMail = (meeting: Meeting, { by, until, mayOffer }: Offered): Message =>
  message(subject(m.appointments_offered_subject, { title: meeting.title }), {
    fact: (reader) =>
      by === 'recruiter'
        ? say(reader, m.appointments_offered_by_employer, factsOf(meeting, reader))
        : say(reader, m.appointments_offered_by_student, factsOf(meeting, reader)),
    more: (reader) =>
      say(reader, mayOffer ? m.appointments_offered_more : m.appointments_offered_more_no_moves, {
        until: exactly(reader, until),
      }),
    link: meeting.link,
    why,
  })

export const timeKeptMail = (meeting: Meeting): Message =>
  message(subject(m.appointments_kept_subject, { title: meeting.title }), {
    fact: (reader) => say(reader, m.appointments_kept, factsOf(meeting, reader)),
    link: meeting.link,
    why,
  })

export const interviewMovedMail = (meeting: Meeting): Message =>
  message(subject(m.appointments_moved_subject, { title: meeting.title }), {
    fact: (reader) => say(reader, m.appointments_moved, factsOf(meeting, reader)),
    link: meeting.link,
    why,
  })

const cancelled = {
  own: m.appointments_cancelled_own,
  employer: m.appointments_cancelled_by_employer,
  student: m.appointments_cancelled_by_student,
  colleague: m.appointments_cancelled_colleague,
}

export const interviewCancelledMail = (
  meeting: Meeting,
  by: keyof typeof cancelled,
  words: string | null,
): Message =>
  message(subject(m.appointments_cancelled_subject, { title: meeting.title }), {
    fact: (reader) => say(reader, cancelled[by], factsOf(meeting, reader)),
    ...(words !== null && by !== 'own' && { more: said(m.appointments_reason, { words }) }),
    link: meeting.link,
    why,
  })

export const interviewMissedMail = (meeting: Meeting, by: Side, until: Date): Message =>
  message(subject(m.appointments_missed_subject, { title: meeting.title }), {
    fact: (reader) =>
      by === 'recruiter'
        ? say(reader, m.appointments_missed_by_employer, factsOf(meeting, reader))
        : say(reader, m.appointments_missed_by_student, factsOf(meeting, reader)),
    more: (reader) => say(reader, m.appointments_missed_more, { until: exactly(reader, until) }),
    link: meeting.link,
    why,
  })

export const absenceDisputedMail = (meeting: Meeting): Message =>
  message(subject(m.appointments_disputed_subject, { title: meeting.title }), {
    fact: (reader) => say(reader, m.appointments_disputed, factsOf(meeting, reader)),
    link: meeting.link,
    why,
  })

export const wroteMail = (meeting: Omit<Meeting, 'startsAt'>, by: Side): Message =>
  message(subject(m.appointments_message_subject, { title: meeting.title }), {
    fact: (reader) =>
      by === 'recruiter'
        ? say(reader, m.appointments_message_from_employer, meeting)
        : say(reader, m.appointments_message_from_student, meeting),
    more: said(m.appointments_message_more),
    link: meeting.link,
    why,
  })
