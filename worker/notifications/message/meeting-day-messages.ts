import * as m from '../../../web/paraglide/messages/_index.js'
import { exactly } from '../../foundation/reader/dates.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { said, say } from '../../http/say.ts'
import type { Meeting } from './meeting-messages.ts'
import { type Message, message, subject } from './message.ts'

const why = said(m.mails_why_account)

/** Where an interview takes place and whom to contact, as far as the employer has said so. */
export interface Where {
  location: string | undefined
  contact: (reader: Reader) => string | undefined
  /** Who this mail goes to, if the employer calls the number that the student shared. */
  calling: 'student' | 'recruiter' | undefined
}

const whenOf = ({ title, startsAt }: Meeting, reader: Reader) => ({
  title,
  when: exactly(reader, startsAt),
})

export const locatedMail = (meeting: Meeting, where: Where): Message =>
  message(subject(m.appointments_located_subject, { title: meeting.title }), {
    fact: (reader) => say(reader, m.appointments_located, whenOf(meeting, reader)),
    more: (reader) => whereLines(reader, where),
    link: meeting.link,
    why,
  })

/**
 * Sent a day before and an hour before. If the employer has not given a place yet, the mail says
 * so.
 */
export const interviewNearMail = (
  meeting: Meeting,
  {
    hours,
    side,
    where,
  }: { hours: number; side: 'recruiter' | 'student'; where: Where | undefined },
): Message => {
  const unlocated =
    side === 'student' ? m.appointments_near_unlocated : m.appointments_near_unlocated_staff
  const subjectLine = hours > 1 ? m.appointments_near_subject_day : m.appointments_near_subject_hour
  return message(subject(subjectLine, { title: meeting.title }), {
    fact: (reader) => say(reader, m.appointments_near, whenOf(meeting, reader)),
    more: (reader) => (where ? whereLines(reader, where) : say(reader, unlocated)),
    link: meeting.link,
    why,
  })
}

export const interviewOverMail = (meeting: Meeting, until: Date): Message =>
  message(subject(m.appointments_over_subject, { title: meeting.title }), {
    fact: (reader) => say(reader, m.appointments_over, whenOf(meeting, reader)),
    more: (reader) => say(reader, m.appointments_over_more, { until: exactly(reader, until) }),
    link: meeting.link,
    why,
  })

export const outcomeDueMail = (meeting: Meeting, due: Date): Message =>
  message(subject(m.appointments_due_subject, { title: meeting.title }), {
    fact: (reader) =>
      say(reader, m.appointments_due, { title: meeting.title, until: exactly(reader, due) }),
    more: said(m.appointments_due_more),
    link: meeting.link,
    why,
  })

export const noteAskedMail = ({ title, employer, link }: Meeting, due: Date): Message =>
  message(subject(m.appointments_due_student_subject, { title }), {
    fact: said(m.appointments_due_student, { title, employer }),
    more: (reader) =>
      say(reader, m.appointments_due_student_more, { employer, until: exactly(reader, due) }),
    link,
    why,
  })

const outcomes = {
  advance: m.appointments_outcome_advance,
  offer: m.appointments_outcome_offer,
  'not-selected': m.appointments_outcome_not_selected,
  'next-round': m.appointments_outcome_next_round,
  hired: m.appointments_outcome_hired,
  'offer-declined': m.appointments_outcome_offer_declined,
}

export const outcomeMail = (
  { title, employer, link }: Meeting,
  outcome: keyof typeof outcomes,
  feedback: string | null,
): Message =>
  message(subject(m.appointments_outcome_subject, { title }), {
    fact: (reader) => say(reader, outcomes[outcome], { title, employer }),
    ...(feedback !== null && { more: said(m.appointments_feedback, { words: feedback }) }),
    link,
    why,
  })

const calls = { student: m.appointments_they_call, recruiter: m.appointments_you_call }

function whereLines(reader: Reader, { location, contact, calling }: Where): string {
  const line = contact(reader)
  return [
    ...(location === undefined ? [] : [say(reader, m.appointments_where, { location })]),
    ...(calling ? [say(reader, calls[calling])] : []),
    ...(line === undefined ? [] : [say(reader, m.appointments_contact, { contact: line })]),
  ].join('\n')
}
