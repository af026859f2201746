import { and, eq, isNull } from 'drizzle-orm'

import { closeRound } from '../../attempts/submission/round-statements.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { withdrawRequests } from '../../reviews/claim/withdraw-requests.ts'
import { claimDecided, claimNotHandedIn } from '../problems.ts'
import { priorLearningClaims as claims } from '../tables.ts'
import type { OwnClaim } from './find-own-claim.ts'

/**
 * Withdraws a claim before its decision: it is a draft again, with the same texts, and nobody judges
 * what was handed in. 409 claim-not-handed-in, 409 claim-decided.
 */
export async function withdrawClaim(call: Call, { claim, version, judged }: OwnClaim) {
  const { id, attemptId, organizationId } = claim
  if (!attemptId || !judged) throw claimNotHandedIn()
  if (judged.decision) throw claimDecided()
  const isThisHandIn = and(
    eq(claims.id, id),
    eq(claims.attemptId, attemptId),
    isNull(claims.decidedAt),
  )
  const openCriteria = version.challenge.competencies
  await commit(
    call,
    [
      call.db
        .update(claims)
        .set({ attemptId: null, submittedAt: null, withdrawnAt: call.now, updatedAt: call.now })
        .where(isThisHandIn),
      guard(call, 'claim_moved'),
      ...closeRound(call, { attemptId, number: 1, openCriteria }),
      ...withdrawRequests(call, judged.submissionId),
      auditEntry(call, 'prior-learning.withdrawn', id, {}, organizationId),
    ],
    {
      answer: null,
      conflicts: { claim_moved: claimDecided, round_closed: claimDecided },
    },
  )
}
