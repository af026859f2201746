import { and, desc, eq, isNotNull } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { ApprovalDecision } from './decide-employer.ts'
import { approvals, organizationChanges } from '../tables.ts'

/**
 * The latest approval, or the latest decline, of an employer, and whether there was an earlier one.
 */
export async function findLatestApproval(
  call: Call,
  organizationId: string,
  decision: ApprovalDecision,
) {
  const [latest, before] = await call.db
    .select({ reason: approvals.reason, expiresAt: approvals.expiresAt })
    .from(approvals)
    .where(
      and(
        eq(approvals.subjectKind, 'employer'),
        eq(approvals.subjectId, organizationId),
        eq(approvals.decision, decision),
      ),
    )
    .orderBy(desc(approvals.at))
    .limit(2)
  return latest && { ...latest, isAgain: before !== undefined }
}

/**
 * The reason given for the change of details that was decided last; null if none was given.
 * Undefined if no change was decided.
 */
export function findLatestChange(call: Call, organizationId: string) {
  return call.db
    .select({ reason: organizationChanges.reason })
    .from(organizationChanges)
    .where(
      and(
        eq(organizationChanges.organizationId, organizationId),
        isNotNull(organizationChanges.decidedAt),
      ),
    )
    .orderBy(desc(organizationChanges.decidedAt))
    .limit(1)
    .get()
}
