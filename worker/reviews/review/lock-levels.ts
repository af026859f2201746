import { and, eq, isNull, or } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { claimEnded, levelsLocked, reviewIncomplete } from '../problems.ts'
import { claims } from '../tables.ts'
import type { ClaimToReview } from './find-claim-to-review.ts'
import type { LockLevelsInput } from './lock-levels-input.ts'
import { levelGapIn } from './review.ts'

/**
 * Fixes the levels and ticks of a review, once. From then on the reviewer sees the student's
 * choices. 422 review-incomplete if a level is missing, 409 levels-locked if they are fixed
 * already, 409 claim-ended if the review is handed in.
 */
export async function lockLevels(
  call: Call,
  { claim, criteria }: ClaimToReview,
  { ratings }: LockLevelsInput,
): Promise<LockLevelsInput> {
  if (claim.endReason === 'submitted') throw claimEnded()
  if (claim.lockedLevels !== null) throw levelsLocked()
  const gap = levelGapIn(ratings, criteria)
  if (gap) throw reviewIncomplete(undefined, { ...gap })
  const { id, endReason, lockedLevels } = claims
  return commit(
    call,
    [
      call.db
        .update(claims)
        .set({ lockedLevels: JSON.stringify(ratings) })
        .where(
          and(
            eq(id, claim.id),
            isNull(lockedLevels),
            or(isNull(endReason), eq(endReason, 'lapsed')),
          ),
        ),
      guard(call, 'levels_locked'),
      auditEntry(call, 'review.levels-locked', claim.id),
    ],
    { answer: { ratings }, conflicts: { levels_locked: levelsLocked } },
  )
}
