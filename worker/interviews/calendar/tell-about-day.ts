import { and, eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import {
  interviewNearMail,
  interviewOverMail,
  locatedMail,
  noteAskedMail,
  outcomeDueMail,
  outcomeMail,
  type Where,
} from '../../notifications/message/meeting-day-messages.ts'
import { type Side, withCalendar, wroteMail } from '../../notifications/message/meeting-messages.ts'
import type { Message } from '../../notifications/message/message.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { openFeedback } from '../sealed/words.ts'
import type { BookingRow } from '../request/request.ts'
import { limits } from '../request/interview-times.ts'
import { outcomes } from '../tables.ts'
import { findCalendarFile } from './find-calendar-file.ts'
import { findLastBooking, findPeople, findTold, meetingOf, type Told } from './find-told.ts'
import { contactLine, readWhere } from './where.ts'

type DayNote = Note<
  | 'interview.located'
  | 'interview.near'
  | 'interview.over'
  | 'interview.outcome-due'
  | 'interview.outcome'
  | 'interview.message'
>

/** Mails the student about an interview: its place, reminders, the outcome and messages. */
export function tellStudentAboutDay(call: Call, note: DayNote): Promise<void> {
  return tell(call, note, 'student')
}

/**
 * Mails the recruiter who asked, or else the employer's admins, about the same, but not about the
 * place.
 */
export function tellStaffAboutDay(call: Call, note: DayNote): Promise<void> {
  return tell(call, note, 'recruiter')
}

async function tell(call: Call, note: DayNote, side: Side): Promise<void> {
  const told = await findTold(call, note.subjectId)
  if (!told) return
  const booking = await findLastBooking(call, note.subjectId)
  const people = await findPeople(call, told.request, side)
  await tryEach(people, async (accountId) => {
    const message = await messageFor(call, note, { told, booking, side, accountId })
    if (!message) return
    const subjectId = toldOnceBy(note)
    await sendNotice(call, note, { accountId, kind: note.kind, subjectId, message })
  })
}

/** The subject of the notice: a second note with the same subject sends nothing. */
function toldOnceBy({ kind, subjectId, payload }: DayNote): string {
  if (kind === 'interview.message') return payload.messageId
  return `${subjectId}.${Object.values(payload).join('.')}`
}

interface Facts {
  told: Told
  booking: BookingRow | undefined
  side: Side
  accountId: string
}

async function messageFor(
  call: Call,
  note: DayNote,
  { told, booking, side, accountId }: Facts,
): Promise<Message | undefined> {
  const { request } = told
  if (note.kind === 'interview.message') {
    return note.payload.side === side ? undefined : wroteMail(told, note.payload.side)
  }
  if (!booking) return undefined
  const meeting = meetingOf(told, booking)
  // After a cancellation, or once it is held, an interview gets no more mails about time and place.
  const isOn = request.state === 'scheduled' && booking.endedAt === null
  switch (note.kind) {
    case 'interview.located': {
      const where = isOn && (await whereOf(call, told, booking, side))
      if (!where || booking.sequence !== note.payload.sequence) return undefined
      const file = await findCalendarFile(call, { requestId: request.id, accountId })
      const message = locatedMail(meeting, where)
      return file === undefined ? message : withCalendar(message, file, 'REQUEST')
    }
    case 'interview.near': {
      if (!isOn || booking.startsAt.getTime() !== note.payload.startsAt) return undefined
      const where = await whereOf(call, told, booking, side)
      return interviewNearMail(meeting, { hours: note.payload.hours, side, where })
    }
    case 'interview.over': {
      if (!isOn || booking.startsAt.getTime() !== note.payload.startsAt) return undefined
      return interviewOverMail(meeting, new Date(booking.endsAt.getTime() + limits.settlesAfterMs))
    }
    case 'interview.outcome-due': {
      if (request.state !== 'held' || !request.outcomeDue) return undefined
      if (side === 'recruiter') return outcomeDueMail(meeting, request.outcomeDue)
      return note.payload.step === 0 ? noteAskedMail(meeting, request.outcomeDue) : undefined
    }
    case 'interview.outcome': {
      const outcome = await findOutcome(call, note)
      if (!outcome || outcome.side === side) return undefined
      const feedback = await openFeedback(call, outcome)
      return outcomeMail(meeting, outcome.outcome, feedback)
    }
  }
}

/** Undefined until the employer has named a contact person. */
async function whereOf(
  call: Call,
  { edition }: Told,
  booking: BookingRow,
  side: Side,
): Promise<Where | undefined> {
  if (!edition || booking.contact === null) return undefined
  const { location, contact } = await readWhere(call, booking, edition)
  return {
    location,
    contact: (reader) => contactLine(contact, reader),
    calling: edition.format === 'telephone' && booking.location === null ? side : undefined,
  }
}

function findOutcome(call: Call, { subjectId, payload }: Note<'interview.outcome'>) {
  const isThis = and(eq(outcomes.requestId, subjectId), eq(outcomes.version, payload.version))
  return call.db.select().from(outcomes).where(isThis).get()
}
