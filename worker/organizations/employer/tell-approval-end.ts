import { and, eq, isNull } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import {
  approvalEndsMail,
  renewalWaitsMail,
} from '../../notifications/message/employer-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findEmployerStaff, findOperatorAdmins } from '../people/find-staff.ts'
import { approvals, organizations } from '../tables.ts'

/**
 * An employer's approval ends in thirty days, or has ended: tells its people, and the operator's
 * admins, who can renew it. Tells nobody if it was renewed meanwhile.
 */
export async function tellApprovalEnd(
  call: Call,
  note: Note<'employer.approval-ending' | 'employer.approval-ended'>,
): Promise<void> {
  const { approvalId } = note.payload
  const found = await call.db
    .select({ name: organizations.name, until: approvals.expiresAt })
    .from(approvals)
    .innerJoin(organizations, eq(organizations.id, approvals.subjectId))
    .where(and(eq(approvals.id, approvalId), isNull(approvals.endedAt)))
    .get()
  if (!found?.until) return

  const isOver = note.kind === 'employer.approval-ended'
  const notice = { kind: note.kind, subjectId: approvalId }
  const toStaff = approvalEndsMail(isOver, found.until, `${call.origin}/home`)
  const toOperator = renewalWaitsMail(found.name, isOver, `${call.origin}/approvals`)
  const staff = await findEmployerStaff(call, note.subjectId)
  const admins = await findOperatorAdmins(call)
  const told = [
    ...staff.map(({ accountId }) => ({ accountId, message: toStaff })),
    ...admins.map((accountId) => ({ accountId, message: toOperator })),
  ]
  await tryEach(told, (each) => sendNotice(call, note, { ...notice, ...each }))
}
