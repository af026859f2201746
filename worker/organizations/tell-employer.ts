import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { employerChangeMail } from '../notifications/ending-messages.ts'
import type { Message } from '../notifications/message.ts'
import { employerDecidedMail } from '../notifications/messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'
import { findEmployerStaff } from './find-staff.ts'

const mails: Record<string, (origin: string) => Message> = {
  'employer.approved': (origin) => employerDecidedMail(true, `${origin}/openings`),
  'employer.declined': (origin) => employerDecidedMail(false, `${origin}/openings`),
  'employer.change-approved': (origin) => employerChangeMail(true, `${origin}/people`),
  'employer.change-declined': (origin) => employerChangeMail(false, `${origin}/people`),
}

/** Tells everybody of an employer what the operator decided about it. */
export async function tellEmployer(call: Call, note: Note): Promise<void> {
  const message = mails[note.kind]?.(call.origin)
  if (!message) return
  // By the note: an employer is decided on again each year.
  const notice = { kind: note.kind, subjectId: note.id, message }
  for (const accountId of await findEmployerStaff(call, note.subjectId)) {
    await sendNotice(call, note, { ...notice, accountId })
  }
}
