import { and, eq, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { claimHandedIn } from '../problems.ts'
import {
  priorLearningClaims as claims,
  priorLearningJobs as jobs,
  priorLearningParts as parts,
} from '../tables.ts'
import type { OwnClaim } from './find-own-claim.ts'

/** Deletes a draft with its texts and jobs, for good. 409 claim-handed-in. */
export async function discardClaim(call: Call, { claim }: OwnClaim) {
  const { id, organizationId } = claim
  if (claim.attemptId) throw claimHandedIn()
  const isDraft = sql`(SELECT id FROM prior_learning_claims WHERE id = ${id} AND attempt_id IS NULL)`
  await commit(
    call,
    [
      call.db.delete(parts).where(sql`${parts.claimId} = ${isDraft}`),
      call.db.delete(jobs).where(sql`${jobs.claimId} = ${isDraft}`),
      call.db.delete(claims).where(and(eq(claims.id, id), isNull(claims.attemptId))),
      guard(call, 'claim_handed_in'),
      auditEntry(call, 'prior-learning.discarded', id, {}, organizationId),
    ],
    { answer: null, conflicts: { claim_handed_in: claimHandedIn } },
  )
}
