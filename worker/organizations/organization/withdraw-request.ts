import { and, eq, isNull } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { admissions } from '../tables.ts'

/**
 * Withdraws the caller's waiting request to be a mentor of this programme, as a statement for the
 * commit in which they join it: nobody can be its student and its mentor.
 */
export function withdrawingRequest(call: Call, organizationId: string) {
  return call.db
    .update(admissions)
    .set({ decision: 'withdrawn', decidedAt: call.now, decidedBy: call.actorId })
    .where(
      and(
        eq(admissions.accountId, call.actorId),
        eq(admissions.organizationId, organizationId),
        isNull(admissions.decidedAt),
      ),
    )
}
