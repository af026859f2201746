import { eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { changeWaitsMail } from '../../notifications/message/employer-messages.ts'
import type { Message } from '../../notifications/message/message.ts'
import { approvalWaitsMail, noteDeadMail } from '../../notifications/message/messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findOperatorAdmins } from '../people/find-staff.ts'
import { organizations } from '../tables.ts'

type OperatorNote = Note<
  'employer.applied' | 'employer.change-waiting' | 'opening.waiting' | 'note.dead'
>

/**
 * Tells the operator's admins that something waits for their decision, or that a note was given up.
 */
export async function tellOperator(call: Call, note: OperatorNote): Promise<void> {
  const message = await messageFor(call, note)
  if (!message) return
  // The subject is the note: `sendNotice` mails once per kind and subject, and an employer may
  // apply again or ask for another change.
  const notice = { kind: note.kind, subjectId: note.id, message }
  await tryEach(await findOperatorAdmins(call), (accountId) =>
    sendNotice(call, note, { ...notice, accountId }),
  )
}

async function messageFor(
  call: Call,
  { kind, subjectId }: OperatorNote,
): Promise<Message | undefined> {
  const approvals = `${call.origin}/approvals`
  if (kind === 'note.dead') return noteDeadMail(`${call.origin}/operations`)
  if (kind !== 'employer.change-waiting') {
    return approvalWaitsMail(kind === 'employer.applied', approvals)
  }
  const employer = await call.db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, subjectId))
    .get()
  return employer && changeWaitsMail(employer.name, approvals)
}
