import { and, eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import type { Message } from '../../notifications/message/message.ts'
import {
  interviewBookedMail,
  requestEndedMail,
  requestExpiresMail,
  requestReceivedMail,
} from '../../notifications/message/interview-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findCalendarFile } from './find-calendar-file.ts'
import { acceptBy } from '../slot/slot.ts'
import { type Told, findLastSlotAt, findTold } from './find-told.ts'
import { interviewEvents } from '../tables.ts'

type StudentNote = Note<
  | 'interview.delivered'
  | 'interview.reminder'
  | 'interview.withdrawn'
  | 'interview.answered'
  | 'interview.expired'
  | 'interview.lapsed'
>

/**
 * Mails the student about a request: when it arrives or is about to expire, when it has ended
 * without an interview, and when a time is booked.
 */
export async function tellStudentOfRequest(call: Call, note: StudentNote): Promise<void> {
  const told = await findTold(call, note.subjectId)
  const message = told && (await messageFor(call, note, told))
  if (!message) return
  const { kind, payload } = note
  // A person gets one notice per kind and subject. A request can be sent several times, so the
  // subject includes its version.
  const subjectId = `${note.subjectId}.${payload.version}`
  await sendNotice(call, note, { accountId: told.request.studentId, kind, subjectId, message })
}

async function messageFor(call: Call, note: StudentNote, told: Told): Promise<Message | undefined> {
  const { request, employer, title, link, startsAt } = told
  // Whether the request has changed since this note was written, for example been answered.
  const isStale = request.version !== note.payload.version
  switch (note.kind) {
    case 'interview.delivered':
    case 'interview.reminder': {
      const until = request.answerBy
      if (isStale || !until) return undefined
      const lastSlotAt = await findLastSlotAt(call, request)
      const times = acceptBy({ answerBy: until, lastSlotAt }, call.now)
      return note.kind === 'interview.delivered'
        ? requestReceivedMail({ employer, title, until, acceptBy: times }, link)
        : requestExpiresMail({ title, until, acceptBy: times }, link)
    }
    case 'interview.withdrawn':
      return requestEndedMail(endings[(await causeOf(call, note)) ?? ''] ?? 'withdrawn', told)
    case 'interview.expired':
      return requestEndedMail('own-silence', told)
    case 'interview.lapsed':
      return requestEndedMail('their-silence', told)
    case 'interview.answered': {
      if (note.payload.answer !== 'accept') return undefined
      const accountId = request.studentId
      const calendar = await findCalendarFile(call, { requestId: request.id, accountId })
      return calendar && startsAt ? interviewBookedMail(title, startsAt, link, calendar) : undefined
    }
  }
}

/**
 * What the student did that ended the request, by the cause in its event. With any other cause or
 * none, the employer withdrew it.
 */
const endings: Record<string, 'hidden' | 'blocked'> = {
  'no-longer-available': 'hidden',
  blocked: 'blocked',
}

async function causeOf({ db }: Call, { subjectId, payload }: StudentNote) {
  const { requestId, version, cause } = interviewEvents
  const isThis = and(eq(requestId, subjectId), eq(version, payload.version))
  return (await db.select({ cause }).from(interviewEvents).where(isThis).get())?.cause
}
