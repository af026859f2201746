import { and, eq, isNull, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { Claim } from './find-claim.ts'
import { claimEnded } from '../problems.ts'
import type { ReleaseClaimQuery } from '../standing/release-claim-input.ts'
import { claims, reviewDrafts } from '../tables.ts'

/**
 * Gives a claim back. Others can claim the review at once; this reviewer is not offered the
 * submission again.
 */
export async function releaseClaim(
  call: Call,
  claim: Claim,
  { reason }: InferOutput<typeof ReleaseClaimQuery>,
): Promise<void> {
  const ended = { endedAt: call.now, endReason: 'released' as const, releaseReason: reason }
  await commit(
    call,
    [
      call.db
        .update(claims)
        .set(ended)
        .where(and(eq(claims.id, claim.id), isNull(claims.endedAt))),
      guard(call, 'claim_ended'),
      unassign(call, claim),
      call.db.delete(reviewDrafts).where(eq(reviewDrafts.claimId, claim.id)),
      ...consequences(call, claim, reason),
      auditEntry(call, 'claim.released', claim.id, { reason }),
    ],
    { answer: null, conflicts: { claim_ended: claimEnded } },
  )
}

function unassign({ db }: Call, { submissionId, role }: Claim): Statement {
  return db.run(sql`UPDATE submission_queue SET assigned = assigned - 1
    WHERE submission_id = ${submissionId} AND kind = ${role}`)
}

/** None for a hidden item: no author waits for help, and nobody is known by it. */
function consequences(call: Call, claim: Claim, reason: string): Statement[] {
  const { submissionId } = claim
  if (!submissionId) return []
  if (reason === 'distressing') {
    // The author may need help: this note tells the programme's admins and the author's coaches.
    return [note(call, 'answer.distressing', submissionId)]
  }
  if (reason === 'know-this-person') return [conflictOfInterest(call, claim)]
  return []
}

function conflictOfInterest({ db, now }: Call, { reviewerId, authorId }: Claim): Statement {
  return db.run(sql`INSERT INTO conflicts_of_interest (account_id, other_id, at)
    SELECT ${reviewerId}, ${authorId}, ${now.getTime()}
    WHERE NOT EXISTS (SELECT 1 FROM conflicts_of_interest WHERE account_id = ${reviewerId} AND other_id = ${authorId})`)
}
