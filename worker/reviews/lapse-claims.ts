import { and, asc, isNull, lte, sql } from 'drizzle-orm'

import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call.ts'
import { commit } from '../foundation/commit.ts'
import { claims } from './tables.ts'

const mostAtOnce = 40

/** Ends leases that ran out and frees their places; what was written stays and can be handed in. */
export async function lapseClaims(call: Call): Promise<number> {
  const now = call.now.getTime()
  const due = await call.db
    .select()
    .from(claims)
    .where(and(isNull(claims.endedAt), lte(claims.leaseUntil, call.now)))
    .orderBy(asc(claims.leaseUntil))
    .limit(mostAtOnce)
  if (due.length === 0) return 0

  const statements = due.flatMap(({ id, submissionId, role, organizationId }) => [
    // A draft saved or a review handed in meanwhile wins: then nothing changes, here and below.
    call.db.run(sql`UPDATE claims SET ended_at = ${now}, end_reason = 'lapsed'
      WHERE id = ${id} AND ended_at IS NULL AND lease_until <= ${now}`),
    call.db.run(sql`UPDATE submission_queue SET assigned = assigned - 1
      WHERE changes() = 1 AND submission_id = ${submissionId} AND kind = ${role}`),
    auditEntry(call, 'claim.lapsed', id, {}, organizationId),
  ])
  await commit(call, statements, { answer: due.length })
  return due.length
}
