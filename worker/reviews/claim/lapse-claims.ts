import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { connect } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Claim } from './find-claim.ts'
import { movedMeanwhile } from '../problems.ts'
import { claims } from '../tables.ts'
import { unlessMoved } from './unless-moved.ts'

const atOnce = 50

/**
 * Runs on each tick: ends the claims whose lease has run out, so that others can claim those
 * reviews. The drafts are kept.
 */
export async function lapseClaims(env: Bindings, now: Date): Promise<number> {
  const due = await connect(databaseOf(env))
    .select()
    .from(claims)
    .where(and(isNull(claims.endedAt), lte(claims.leaseUntil, now)))
    .orderBy(asc(claims.leaseUntil))
    .limit(atOnce)
  await tryEach(due, (claim) => unlessMoved(lapse(env, now, claim)))
  return due.length
}

async function lapse(env: Bindings, now: Date, claim: Claim): Promise<void> {
  const { id, submissionId, role, organizationId, leaseUntil } = claim
  // One key per lease, so that a claim reopened by an undo can lapse again.
  const call = systemCall(env, `lapse:${id}:${leaseUntil.getTime()}`, now)
  await commit(
    call,
    [
      // Changes nothing if a draft was saved or the review handed in since the read.
      call.db
        .update(claims)
        .set({ endedAt: now, endReason: 'lapsed' })
        .where(and(eq(claims.id, id), isNull(claims.endedAt), lte(claims.leaseUntil, now))),
      guard(call, 'claim_moved'),
      call.db.run(sql`UPDATE submission_queue SET assigned = assigned - 1
        WHERE submission_id = ${submissionId} AND kind = ${role}`),
      auditEntry(call, 'claim.lapsed', id, {}, organizationId),
    ],
    { answer: null, conflicts: { claim_moved: movedMeanwhile } },
  )
}
