import { and, eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { requestEndedMail } from '../../notifications/message/interview-messages.ts'
import {
  absenceDisputedMail,
  interviewCancelledMail,
  interviewMissedMail,
  interviewMovedMail,
  type Meeting,
  type Side,
  timeKeptMail,
  withCalendar,
} from '../../notifications/message/meeting-messages.ts'
import type { Message } from '../../notifications/message/message.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import type { BookingRow } from '../request/request.ts'
import { limits } from '../request/interview-times.ts'
import { openWords } from '../sealed/words.ts'
import { interviewEvents } from '../tables.ts'
import { offeredMail } from './offered-mail.ts'
import { findCalendarFile } from './find-calendar-file.ts'
import { findLastBooking, findPeople, findTold, meetingOf, type Told } from './find-told.ts'

type InterviewNote = Note<
  | 'interview.offered'
  | 'interview.kept'
  | 'interview.moved'
  | 'interview.cancelled'
  | 'interview.missed'
  | 'interview.disputed'
>
type Event = typeof interviewEvents.$inferSelect

/**
 * Mails the student about a change of an interview. A change that the student made is mailed only
 * if it moves or cancels the interview.
 */
export function tellStudentOfInterview(call: Call, note: InterviewNote): Promise<void> {
  return tell(call, note, 'student')
}

/** The same for the employer's side: mails the recruiter who asked, or else the admins. */
export function tellStaffOfInterview(call: Call, note: InterviewNote): Promise<void> {
  return tell(call, note, 'recruiter')
}

async function tell(call: Call, note: InterviewNote, side: Side): Promise<void> {
  const told = await findTold(call, note.subjectId)
  const [booking, event] = await Promise.all([
    findLastBooking(call, note.subjectId),
    findEvent(call, note),
  ])
  if (!told || !booking || !event) return
  const people = await findPeople(call, told.request, side)
  await tryEach(people, async (accountId) => {
    const message = await messageFor(call, note, { told, booking, event, side, accountId })
    if (!message) return
    // A person gets one notice per kind and subject, so without the version a second move would not
    // be mailed.
    const subjectId = `${note.subjectId}.${note.payload.version}`
    await sendNotice(call, note, { accountId, kind: note.kind, subjectId, message })
  })
}

interface Facts {
  told: Told
  booking: BookingRow
  event: Event
  side: Side
  accountId: string
}

async function messageFor(call: Call, note: InterviewNote, facts: Facts) {
  const { told, booking, event, side } = facts
  const meeting = meetingOf(told, booking)
  const isOwn = event.actor === side
  // Whether the request has changed since this note was written.
  const isStale = told.request.version !== note.payload.version
  switch (note.kind) {
    case 'interview.offered':
      return isOwn || isStale
        ? undefined
        : offeredMail(call, { told, booking, side, by: sideOf(event) })
    case 'interview.kept':
      return isOwn || isStale ? undefined : timeKeptMail(meeting)
    case 'interview.moved': {
      // A later move sends its own mail, and a cancelled interview has no new time.
      if (booking.endedAt !== null || event.startsAt?.getTime() !== booking.startsAt.getTime())
        return undefined
      return withFile(call, interviewMovedMail(meeting), facts, 'REQUEST')
    }
    case 'interview.cancelled':
      return withFile(call, await cancelledMail(call, meeting, facts), facts, 'CANCEL')
    case 'interview.missed': {
      if (isOwn) return undefined
      const until = new Date(event.at.getTime() + limits.disputeMs)
      return interviewMissedMail(meeting, sideOf(event), until)
    }
    case 'interview.disputed':
      return isOwn ? undefined : absenceDisputedMail(meeting)
  }
}

async function cancelledMail(call: Call, meeting: Meeting, facts: Facts): Promise<Message> {
  const { told, event, side, accountId } = facts
  if (event.cause === 'consent-withdrawn') {
    const ending = side === 'student' ? 'own-consent' : 'their-consent'
    return requestEndedMail(ending, told)
  }
  const words = await openWords(call, event)
  if (event.actor !== side) {
    return interviewCancelledMail(meeting, side === 'student' ? 'employer' : 'student', words)
  }
  const isOwn = event.accountId === accountId
  return interviewCancelledMail(meeting, isOwn ? 'own' : 'colleague', words)
}

async function withFile(
  call: Call,
  message: Message,
  { told, accountId }: Facts,
  method: 'REQUEST' | 'CANCEL',
): Promise<Message> {
  const cancelled = method === 'CANCEL'
  const requestId = told.request.id
  const file = await findCalendarFile(call, { requestId, accountId, cancelled })
  return file === undefined ? message : withCalendar(message, file, method)
}

function findEvent(call: Call, { subjectId, payload }: InterviewNote): Promise<Event | undefined> {
  const { requestId, version } = interviewEvents
  const isThis = and(eq(requestId, subjectId), eq(version, payload.version))
  return call.db.select().from(interviewEvents).where(isThis).get()
}

const sideOf = ({ actor }: Event): Side => (actor === 'recruiter' ? 'recruiter' : 'student')
