import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Message } from '../../notifications/message.ts'
import {
  interviewBookedMail,
  requestAnsweredMail,
  requestEndedMail,
  requestReturnedMail,
} from '../../notifications/interview-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findCalendarFile } from './find-calendar-file.ts'
import { againOf } from '../request/request.ts'
import { type Told, findStaff, findTold } from './find-told.ts'

type StaffNote = Note<
  'interview.returned' | 'interview.answered' | 'interview.expired' | 'interview.lapsed'
>

/** Tells the employer what happened to a request; who gets what is talent.md §7, column "told". */
export async function tellStaffOfRequest(call: Call, note: StaffNote): Promise<void> {
  const told = await findTold(call, note.subjectId)
  if (!told) return
  const { kind, payload } = note
  // The version makes it a new subject; without it, a second wording would not be sent.
  const subjectId = `${note.subjectId}.${payload.version}`
  await tryEach(await findStaff(call, told.request), async (accountId) => {
    const message = await messageFor(call, note, told, accountId)
    if (message) await sendNotice(call, note, { accountId, kind, subjectId, message })
  })
}

async function messageFor(
  call: Call,
  note: StaffNote,
  told: Told,
  accountId: string,
): Promise<Message | undefined> {
  const { request, title, link, startsAt } = told
  const againFrom = againOf(request)?.from
  switch (note.kind) {
    case 'interview.returned':
      return requestReturnedMail(title, link)
    case 'interview.expired':
      return requestEndedMail('unanswered', { ...told, againFrom })
    case 'interview.lapsed':
      return requestEndedMail('not-sent-again', { ...told, againFrom })
    case 'interview.answered': {
      const { answer } = note.payload
      if (answer !== 'accept') {
        const until = request.state === 'revision-requested' ? request.answerBy : null
        return requestAnsweredMail(answer, title, { link, until })
      }
      const calendar = await findCalendarFile(call, { requestId: request.id, accountId })
      return calendar && startsAt ? interviewBookedMail(title, startsAt, link, calendar) : undefined
    }
  }
}
