import { and, eq, isNull } from 'drizzle-orm'

import { staleVersion } from '../../attempts/problems.ts'
import { unaudited } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { claimHandedIn } from '../problems.ts'
import { priorLearningClaims as claims, priorLearningJobs as jobs } from '../tables.ts'
import type { DescribeClaimInput } from './claim-input.ts'
import type { OwnClaim } from './find-own-claim.ts'
import { sealDescription } from './open-claim.ts'

/**
 * Saves everything but the account, in place of what was saved before. 409 claim-handed-in, 409
 * stale-version if another window has saved since `version`.
 */
export async function describeClaim(
  call: Call,
  { claim }: Pick<OwnClaim, 'claim'>,
  input: DescribeClaimInput,
) {
  if (claim.attemptId) throw claimHandedIn()
  const { jobs: rows, links, leftSchoolOn } = await sealDescription(call, claim.id, input)
  const asRead = and(
    eq(claims.id, claim.id),
    eq(claims.version, input.version),
    isNull(claims.attemptId),
  )
  const version = input.version + 1
  const { isService } = input
  return commit(
    call,
    [
      call.db
        .update(claims)
        .set({ isService, leftSchoolOn, links, version, updatedAt: call.now })
        .where(asRead),
      guard(call, 'stale_version'),
      call.db.delete(jobs).where(eq(jobs.claimId, claim.id)),
      ...(rows.length > 0 ? [call.db.insert(jobs).values(rows)] : []),
      unaudited('draft'),
    ],
    {
      answer: { version, savedAt: call.now.toISOString() },
      conflicts: { stale_version: staleVersion },
    },
  )
}
