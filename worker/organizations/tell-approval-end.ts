import { and, eq, isNull } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { approvalEndsMail, renewalWaitsMail } from '../notifications/ending-messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'
import { findEmployerStaff, findOperatorAdmins } from './find-staff.ts'
import { approvals, organizations } from './tables.ts'

const Payload = v.object({ approvalId: v.string() })

/**
 * An employer's approval ends in thirty days, or has ended: its people are told, and the operator's
 * admins, who can renew it. One that was renewed meanwhile is nothing to tell of.
 */
export async function tellApprovalEnd(call: Call, note: Note): Promise<void> {
  const { approvalId } = v.parse(Payload, note.payload)
  const found = await call.db
    .select({ name: organizations.name })
    .from(approvals)
    .innerJoin(organizations, eq(organizations.id, approvals.subjectId))
    .where(and(eq(approvals.id, approvalId), isNull(approvals.endedAt)))
    .get()
  if (!found) return

  const isOver = note.kind === 'employer.approval-ended'
  const notice = { kind: note.kind, subjectId: approvalId }
  const toStaff = approvalEndsMail(isOver, `${call.origin}/home`)
  for (const accountId of await findEmployerStaff(call, note.subjectId)) {
    await sendNotice(call, note, { ...notice, accountId, message: toStaff })
  }
  const toOperator = renewalWaitsMail(found.name, isOver, `${call.origin}/approvals`)
  for (const accountId of await findOperatorAdmins(call)) {
    await sendNotice(call, note, { ...notice, accountId, message: toOperator })
  }
}
