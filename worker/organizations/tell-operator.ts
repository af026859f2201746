import { eq } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { changeWaitsMail } from '../notifications/ending-messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'
import { findOperatorAdmins } from './find-staff.ts'
import { organizations } from './tables.ts'

/** Answers `employer.change-waiting` (the employer's id): the admins who decide on it hear of it. */
export async function tellOperator(call: Call, note: Note): Promise<void> {
  const { name } = organizations
  const employer = await call.db
    .select({ name })
    .from(organizations)
    .where(eq(organizations.id, note.subjectId))
    .get()
  if (!employer) return
  const message = changeWaitsMail(employer.name, `${call.origin}/approvals`)
  for (const accountId of await findOperatorAdmins(call)) {
    await sendNotice(call, note, { accountId, kind: note.kind, subjectId: note.id, message })
  }
}
