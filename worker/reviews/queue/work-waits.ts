import { type SQL, sql } from 'drizzle-orm'

import { poolOf } from '../../organizations/organization/pool.ts'
import { itemsLeft } from '../calibration/offered-items.ts'
import { isSetAside } from '../standing/set-aside.ts'
import { mayReview } from './may-review.ts'

interface Author {
  id: SQL
  /** The programme in which they are a student. */
  organizationId: SQL
  challengeId: SQL
}

/**
 * SQL: whether there is a review in this challenge that a student of the programme could give now.
 * The answer they have claimed counts. Somebody who is set aside gets hidden items only.
 */
export function workWaits({ id, organizationId, challengeId }: Author, now: Date): SQL<number> {
  const membershipId = sql`(SELECT id FROM memberships WHERE account_id = ${id}
    AND organization_id = ${organizationId} AND role = 'student' AND ended_at IS NULL)`
  const reader = { id, pool: poolOf(organizationId), membershipId, role: 'peer' } as const
  return sql<number>`(EXISTS (SELECT 1 FROM claims c WHERE c.reviewer_id = ${id}
      AND c.ended_at IS NULL AND c.challenge_id = ${challengeId} AND c.role = 'peer')
    OR (EXISTS (SELECT 1 FROM submission_queue q
        WHERE q.challenge_id = ${challengeId} AND ${mayReview(reader, now)})
      AND (NOT ${isSetAside(id)} OR ${itemsLeft({ id, organizationId }, challengeId, 1)} > 0)))`
}
