import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { poolOf } from '../../organizations/organization/pool.ts'
import { mayReview } from './may-review.ts'

/** Counting stops here, to save reads. Six hand-ins in one challenge ask for 20 reviews. */
const mostAsked = 20

/**
 * SQL for how many answers of a challenge the caller could review now as a student in this
 * programme, including the one they have claimed. `owedView` asks for no more than that.
 */
export function toReview({ actorId, now }: Call, challengeId: SQL, organizationId: SQL): SQL {
  return toReviewBy({ id: sql`${actorId}`, organizationId, challengeId }, now)
}

interface Author {
  id: SQL
  organizationId: SQL
  challengeId: SQL
}

/** SQL: the same for any student of the programme. */
export function toReviewBy({ id, organizationId, challengeId }: Author, now: Date): SQL {
  const membershipId = sql`(SELECT id FROM memberships WHERE account_id = ${id}
    AND organization_id = ${organizationId} AND role = 'student' AND ended_at IS NULL)`
  const pool = poolOf(organizationId)
  return sql`((SELECT count(*) FROM (SELECT 1 FROM submission_queue q
      WHERE q.challenge_id = ${challengeId} AND ${membershipId} IS NOT NULL
        AND ${mayReview({ id, membershipId, pool, role: 'peer' }, now)} LIMIT ${mostAsked}))
    + (SELECT count(*) FROM claims c WHERE c.reviewer_id = ${id} AND c.ended_at IS NULL
      AND c.challenge_id = ${challengeId} AND c.role = 'peer'))`
}
