import { type SQL, sql } from 'drizzle-orm'

import { inText } from '../../foundation/call/in-text.ts'
import { isOpenPool, programmesIn } from '../../organizations/organization/pool.ts'
import { hadItemBy } from '../calibration/offered-items.ts'
import { isPilotOf } from '../../scenarios/challenge/pilot.ts'
import { firstPeerReviewsOf } from './quota.ts'
import { pairWindowDays } from './pool.ts'
import { isNotReserved } from './preferred.ts'
import type { Reviewer } from '../standing/reviewer.ts'

const day = 86_400_000

/**
 * SQL: whether `q`, a row of submission_queue, may be given to this reviewer. The caller must check
 * that the reviewer may review in its challenge. The rules are in SQL because two claims at the
 * same moment could break any of them between a read and a write. Each rule is an index seek, so a
 * long queue costs no more than a short one.
 */
export function mayReview(reviewer: Reading, now: Date): SQL {
  return sql`q.assigned < q.wanted AND ${isNotReserved(reviewer.id, now)} AND ${couldReview(reviewer, now)}
    AND ${reviewer.role === 'mentor' || reviewer.poolIsOpen === false ? sql`1` : mayBeFirst(reviewer)}`
}

/** One reviewer, or columns of a query over many reviewers. */
export interface Reading {
  id: string | SQL
  membershipId: string | SQL
  pool: string | SQL
  role: Reviewer['role']
  /**
   * Whether anybody can join the pool, if that is known already. Else the query looks it up for
   * each row.
   */
  poolIsOpen?: boolean
}

/** SQL: whether this reviewer may judge `q`, even if no review is wanted at present. */
export function couldReview({ id, pool, role }: Omit<Reading, 'membershipId'>, now: Date): SQL {
  const windowStart = now.getTime() - pairWindowDays * day
  // A pool that was not counted yet is treated as small, or its reviewers would find nothing.
  const isLarge = sql`EXISTS (SELECT 1 FROM review_pools WHERE organization_id = ${pool} AND small = 0)`
  // Only live and submitted claims count when the same reviewer and author are kept apart.
  const counts = sql`(c.ended_at IS NULL OR c.end_reason = 'submitted')`
  // Where two programmes share reviewers, a mentor of one may be a student of the other. Most mentors
  // are students nowhere, which is looked up once, and not for each offer.
  const isStudent = sql`SELECT 1 FROM memberships own WHERE own.account_id = ${id}
    AND own.role = 'student' AND own.ended_at IS NULL`
  const isFellow = sql`(EXISTS (${isStudent})
    AND EXISTS (${isStudent} AND own.organization_id = q.organization_id))`
  return sql`
    q.pool = ${pool} AND q.kind = ${role === 'peer' ? sql`'peer'` : sql`'mentor'`}
    AND q.language = (SELECT language FROM accounts WHERE id = ${id})
    AND q.author_id <> ${id}
    AND NOT EXISTS (
      SELECT 1 FROM coachings WHERE student_id = q.author_id AND mentor_id = ${id} AND ended_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM conflicts_of_interest WHERE account_id = ${id} AND other_id = q.author_id)
    AND NOT EXISTS (SELECT 1 FROM conflicts_of_interest WHERE account_id = q.author_id AND other_id = ${id})
    AND NOT EXISTS (
      SELECT 1 FROM claims c WHERE c.reviewer_id = ${id} AND c.author_id = q.author_id AND (
        (c.submission_id = q.submission_id
          AND (${counts} OR (c.end_reason = 'released' AND c.release_reason <> 'undo')))
        OR (${counts} AND c.claimed_at > ${windowStart} AND q.preferred_id IS NOT ${id}
          AND (c.challenge_id = q.challenge_id OR ${isLarge}))))
    AND NOT EXISTS (
      SELECT 1 FROM claims c WHERE c.reviewer_id = q.author_id AND c.author_id = ${id} AND ${counts}
        AND (c.challenge_id = q.challenge_id OR (c.claimed_at > ${windowStart} AND ${isLarge})))
    AND NOT ${hadItemBy(id, sql`q.author_id`, sql`q.challenge_id`)}
    AND ${role === 'mentor' ? sql`NOT ${isFellow}` : sql`1`}`
}

/**
 * SQL: whether a peer may be one of the first reviewers (`firstPeerReviews`). Anybody can join the
 * open programme, even with several accounts, so there they must have joined at least a day before or after the author.
 * The rule ends when the submission is late or nobody else could review it, so that no author waits
 * without end.
 */
function mayBeFirst({ membershipId, pool }: Reading): SQL {
  const author = sql`(SELECT created_at FROM memberships WHERE account_id = q.author_id
    AND organization_id = q.organization_id AND role = 'student' AND ended_at IS NULL)`
  const isNear = (joinedAt: SQL) => sql`abs(${joinedAt} - ${author}) < ${inText(day)}`
  return sql`(q.late = 1 OR q.wanted > ${firstPeerReviewsOf(isPilotOf(sql`q.submission_id`))}
    OR NOT ${isOpenPool(pool)}
    OR NOT coalesce(${isNear(sql`(SELECT created_at FROM memberships WHERE id = ${membershipId})`)}, 0)
    OR NOT EXISTS (
      SELECT 1 FROM submissions s
      JOIN memberships other ON other.account_id = s.student_id AND other.ended_at IS NULL
        AND other.organization_id = s.organization_id AND other.role = 'student'
      WHERE s.organization_id IN ${programmesIn(sql`q.pool`)} AND s.challenge_id = q.challenge_id
        AND s.student_id <> q.author_id AND NOT ${isNear(sql`other.created_at`)}
        AND NOT EXISTS (SELECT 1 FROM claims c
          WHERE c.reviewer_id = s.student_id AND c.submission_id = q.submission_id
            AND c.author_id = q.author_id AND c.end_reason IS NOT 'lapsed')))`
}

/** The order of the queue's partial index. */
export const queueOrder = sql`q.late DESC, q.assigned, q.credit DESC, q.hand_in_hour, q.random_order`

/**
 * The challenges a peer has handed in, or those that a mentor's programme plays, as a subquery with
 * one column, challenge_id.
 */
export function reviewableChallenges({ id, role, organizationId }: Reviewer): SQL {
  return role === 'peer'
    ? sql`(SELECT DISTINCT challenge_id FROM submissions WHERE student_id = ${id})`
    : sql`(SELECT id AS challenge_id FROM challenges WHERE ${isPlayedIn(sql`${organizationId}`)})`
}

/** The id of a challenge if this reviewer may review in it, else NULL, which matches no row. */
export function ifReviewable(reviewer: Reviewer, challengeId: string): SQL {
  return sql`(SELECT challenge_id FROM ${reviewableChallenges(reviewer)}
    WHERE challenge_id = ${challengeId} LIMIT 1)`
}

/**
 * SQL: whether a programme of the pool plays the challenge of `q`. Its mentors review in no other
 * challenge.
 */
export const isPlayedBy = (organizationId: SQL) => sql`(${organizationId} = q.organization_id
  OR EXISTS (SELECT 1 FROM challenges WHERE id = q.challenge_id AND ${isPlayedIn(organizationId)}))`

/** SQL on `challenges`: whether a programme plays it. */
const isPlayedIn = (organizationId: SQL) =>
  sql`(organization_id IS NULL OR organization_id = ${organizationId})`
