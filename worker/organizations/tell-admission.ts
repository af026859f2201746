import { sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { admissionAskedMail, admissionDecidedMail } from '../notifications/admission-messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'

interface Row {
  account_id: string
  decision: string | null
  reason: string | null
  name: string
}

/** Reaction to admission.asked: the operator's admins. To admission.decided: who had asked. */
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
  // Decided or taken back before this ran: nothing is left to do for them.
  if (asked.decision !== null) return
  const message = admissionAskedMail(asked.name, `${call.origin}/approvals`)
  for (const { account_id: accountId } of await operatorAdmins(call)) {
    await sendNotice(call, note, { accountId, kind, subjectId, message })
  }
}

function operatorAdmins({ db }: Call) {
  return db.all<{ account_id: string }>(sql`
    SELECT DISTINCT m.account_id FROM organizations o JOIN memberships m ON m.organization_id = o.id
    WHERE o.operator = 1 AND m.role = 'admin' AND m.ended_at IS NULL`)
}
