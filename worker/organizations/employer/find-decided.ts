import { and, desc, eq, isNotNull } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { ApprovalDecision } from './decide-employer.ts'
import { approvals, organizationChanges } from '../tables.ts'

/**
 * The latest decision of this kind about an employer, and whether it had one of this kind before.
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

/** The reason of the change that was decided last. Null if it has none. */
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
