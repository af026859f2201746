import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Message } from '../../notifications/message/message.ts'
import {
  interviewBookedMail,
  requestAnsweredMail,
  requestEndedMail,
  requestReturnedMail,
} from '../../notifications/message/interview-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findCalendarFile } from './find-calendar-file.ts'
import { againOf } from '../request/request.ts'
import { type Told, findStaff, findTold } from './find-told.ts'

type StaffNote = Note<
  'interview.returned' | 'interview.answered' | 'interview.expired' | 'interview.lapsed'
>

/**
 * Mails the employer's side about a request: the recruiter who asked, or else the admins. They get
 * a mail when the student has answered or has let the request expire, when it could not be
 * delivered, and when the employer did not send a new wording in time.
 */
export async function tellStaffOfRequest(call: Call, note: StaffNote): Promise<void> {
  const told = await findTold(call, note.subjectId)
  if (!told) return
  const { kind, payload } = note
  // A person gets one notice per kind and subject. A request can be sent and answered several
  // times, so the subject includes its version.
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
