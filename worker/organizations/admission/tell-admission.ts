import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import {
  admissionAskedMail,
  admissionDecidedMail,
} from '../../notifications/message/admission-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findOperatorAdmins } from '../people/find-staff.ts'

interface Row {
  account_id: string
  decision: string | null
  reason: string | null
  name: string
}

/**
 * Handles admission.asked by telling the operator's admins, and admission.decided by telling the
 * volunteer.
 */
export async function tellAdmission(call: Call, note: Note): Promise<void> {
  const { kind, subjectId } = note
  const [asked] = await call.db.all<Row>(sql`
    SELECT w.account_id, w.decision, w.reason, o.name FROM admissions w
    JOIN organizations o ON o.id = w.organization_id WHERE w.id = ${subjectId}`)
  if (!asked) return
  if (kind === 'admission.decided') {
    const { account_id: accountId, decision, reason, name } = asked
    const isAdmitted = decision === 'admitted'
    const message = admissionDecidedMail({ isAdmitted, reason, name, origin: call.origin })
    return sendNotice(call, note, { accountId, kind, subjectId, message })
  }
  // If the request was decided or withdrawn before this ran, the admins have nothing to do.
  if (asked.decision !== null) return
  const message = admissionAskedMail(asked.name, `${call.origin}/approvals`)
  for (const accountId of await findOperatorAdmins(call)) {
    await sendNotice(call, note, { accountId, kind, subjectId, message })
  }
}
