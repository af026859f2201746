import { type SQL, sql } from 'drizzle-orm'

import { poolOf, programmesIn } from '../../organizations/organization/pool.ts'

/**
 * The variance of reviewers who are not measured yet. Such a mentor weighs as much as about three
 * and a half such peers.
 */
export const unprovenVariance = { peer: 1, mentor: 0.28 } as const

const hour = 3_600_000
const reservedHours = 24

/** SQL on `q`, a row of submission_queue: its preferred reviewer still has time to come first. */
const isReserved = (now: Date) =>
  sql`q.hand_in_hour > ${Math.floor(now.getTime() / hour) - reservedHours}`

/**
 * SQL: whether `q` has a review left for this reviewer. For a day, one of those wanted is kept for
 * the preferred reviewer, until they have had the answer.
 */
export function isNotReserved(reviewerId: string | SQL, now: Date): SQL {
  return sql`(q.preferred_id IS NULL OR q.preferred_id = ${reviewerId} OR NOT ${isReserved(now)}
    OR q.assigned < q.wanted - 1
    OR EXISTS (SELECT 1 FROM claims c WHERE c.reviewer_id = q.preferred_id
      AND c.author_id = q.author_id AND c.submission_id = q.submission_id))`
}

/** SQL: the answers that this reviewer is offered first today, as the table `q`. */
export function offeredFirst(reviewerId: string, now: Date): SQL {
  // Named, because the planner would rather walk the queue in its order.
  return sql`submission_queue q INDEXED BY submission_queue_of_preferred
    WHERE q.preferred_id = ${reviewerId} AND ${isReserved(now)}`
}

/**
 * SQL: who should review the next round of a submission, as one row with `reviewer_id` and `role`:
 * of those who reviewed the round before, and still can, the one whose levels are known best.
 */
export function findPreferred(submissionId: string): SQL {
  const { peer, mentor } = unprovenVariance
  return sql`
    SELECT w.reviewer_id, w.role FROM submissions s
    JOIN submissions b ON b.attempt_id = s.attempt_id AND b.round = s.round - 1
    JOIN reviews w ON w.submission_id = b.id AND w.withdrawn_at IS NULL AND w.surplus = 0
    JOIN memberships m ON m.account_id = w.reviewer_id
      AND m.organization_id IN ${programmesIn(poolOf(sql`s.organization_id`))}
      AND m.role = CASE w.role WHEN 'peer' THEN 'student' ELSE 'mentor' END AND m.ended_at IS NULL
    LEFT JOIN reviewer_records k ON k.account_id = w.reviewer_id AND k.role = w.role
    WHERE s.id = ${submissionId} AND coalesce(k.set_aside, 0) = 0
      AND NOT EXISTS (SELECT 1 FROM coachings o
        WHERE o.student_id = s.student_id AND o.mentor_id = w.reviewer_id AND o.ended_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM conflicts_of_interest o WHERE (o.account_id, o.other_id)
        IN (VALUES (w.reviewer_id, s.student_id), (s.student_id, w.reviewer_id)))
    ORDER BY coalesce(k.variance, CASE w.role WHEN 'mentor' THEN ${mentor} ELSE ${peer} END),
      w.effective_at LIMIT 1`
}
