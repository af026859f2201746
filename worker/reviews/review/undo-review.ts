import { type SQL, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { creditAgain } from '../standing/credit-again.ts'
import type { Claim } from '../claim/find-claim.ts'
import { leaseUntil } from '../claim/lease.ts'
import { undoOver } from '../problems.ts'

/**
 * Undoes a review within a minute of the hand-in and reopens its claim with the draft. If the
 * reviewer has claimed another answer since, that claim is released, because a reviewer can hold
 * only one; it does not count as given back. Its draft is kept, and `openClaim` gives the reviewer
 * that answer first, with the draft. 409 undo-over.
 */
export async function undoReview(call: Call, claim: Claim): Promise<void> {
  const now = call.now.getTime()
  const live = sql`reviewer_id = ${claim.reviewerId} AND ended_at IS NULL`
  await commit(
    call,
    [
      call.db.run(sql`UPDATE reviews SET withdrawn_at = ${now}
        WHERE claim_id = ${claim.id} AND withdrawn_at IS NULL AND effective_at > ${now}`),
      guard(call, 'undo_over'),
      call.db.run(sql`UPDATE submission_queue SET assigned = assigned - 1
        WHERE (submission_id, kind) IN (SELECT submission_id, role FROM claims WHERE ${live})`),
      call.db.run(sql`UPDATE claims SET ended_at = ${now}, end_reason = 'released',
        release_reason = 'undo' WHERE ${live}`),
      call.db.run(reopen(call, claim)),
      guard(call, 'undo_over'),
      creditAgain(call, claim.reviewerId),
      auditEntry(call, 'review.withdrawn', claim.id),
    ],
    { answer: null, conflicts: { undo_over: undoOver } },
  )
}

/**
 * Reopens the claim of an undone review. The claim of a surplus review becomes lapsed instead: no
 * review is wanted, but this reviewer may hand theirs in again. So does one on a retired item.
 */
function reopen({ now }: Call, claim: Claim): SQL {
  const lapses = sql`(EXISTS (SELECT 1 FROM reviews
      WHERE claim_id = ${claim.id} AND withdrawn_at = ${now.getTime()} AND surplus = 1)
    OR EXISTS (SELECT 1 FROM hidden_items WHERE id = item_id AND retired_at IS NOT NULL))`
  return sql`UPDATE claims SET
      ended_at = CASE WHEN ${lapses} THEN ${now.getTime()} END,
      end_reason = CASE WHEN ${lapses} THEN 'lapsed' END,
      lease_until = ${leaseUntil(claim.claimedAt, now).getTime()}
    WHERE id = ${claim.id} AND end_reason = 'submitted'`
}
