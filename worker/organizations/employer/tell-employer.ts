import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { employerChangeMail } from '../../notifications/ending-messages.ts'
import type { Message } from '../../notifications/message.ts'
import { employerDecidedMail } from '../../notifications/messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findEmployerStaff } from '../people/find-staff.ts'

type EmployerNote = Note<
  | 'employer.approved'
  | 'employer.declined'
  | 'employer.change-approved'
  | 'employer.change-declined'
>

const mails: Record<EmployerNote['kind'], (origin: string) => Message> = {
  'employer.approved': (origin) => employerDecidedMail(true, `${origin}/openings`),
  'employer.declined': (origin) => employerDecidedMail(false, `${origin}/openings`),
  'employer.change-approved': (origin) => employerChangeMail(true, `${origin}/people`),
  'employer.change-declined': (origin) => employerChangeMail(false, `${origin}/people`),
}

/** Tells everybody of an employer what the operator decided about it. */
export async function tellEmployer(call: Call, note: EmployerNote): Promise<void> {
  const message = mails[note.kind](call.origin)
  // By the note: an employer is decided on again each year.
  const notice = { kind: note.kind, subjectId: note.id, message }
  await tryEach(await findEmployerStaff(call, note.subjectId), (accountId) =>
    sendNotice(call, note, { ...notice, accountId }),
  )
}
