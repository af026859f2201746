import { and, eq, isNull } from 'drizzle-orm'

import { staleVersion } from '../../attempts/problems.ts'
import { unaudited } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import type { Claim } from '../claim/find-claim.ts'
import { leaseUntil } from '../claim/lease.ts'
import { claimEnded } from '../problems.ts'
import { sealReviewDraft } from './review-draft.ts'
import type { ReviewDraftInput } from './review-input.ts'
import { claims, reviewDrafts } from '../tables.ts'

/**
 * Saves the draft and renews the lease (`leaseUntil`), so that the claim does not lapse while the
 * reviewer works. 409 stale-version if another window has saved since `version`, 409 claim-ended.
 */
export async function saveReviewDraft(
  call: Call,
  claim: Claim,
  { version, ...review }: ReviewDraftInput,
) {
  const until = leaseUntil(claim.claimedAt, call.now)
  const draft = {
    claimId: claim.id,
    body: await sealReviewDraft(call, claim, JSON.stringify(review)),
    version: version + 1,
    updatedAt: call.now,
  }
  const isRead = and(eq(reviewDrafts.claimId, claim.id), eq(reviewDrafts.version, version))
  return commit(
    call,
    [
      call.db
        .update(claims)
        .set({ leaseUntil: until })
        .where(and(eq(claims.id, claim.id), isNull(claims.endedAt))),
      guard(call, 'claim_ended'),
      version === 0
        ? call.db.insert(reviewDrafts).values(draft)
        : call.db.update(reviewDrafts).set(draft).where(isRead),
      guard(call, 'review_draft_stale'),
      unaudited('draft'),
    ],
    {
      answer: {
        version: draft.version,
        savedAt: call.now.toISOString(),
        leaseUntil: until.toISOString(),
      },
      conflicts: {
        claim_ended: claimEnded,
        review_draft_stale: staleVersion,
        'review_drafts.claim_id': staleVersion,
      },
    },
  )
}
