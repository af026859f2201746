import { type SQL, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { leaseUntil } from './lease.ts'
import { ifReviewable, mayReview, queueOrder } from '../queue/may-review.ts'
import { submissionTaken } from '../problems.ts'
import { anItemFor } from '../calibration/offered-items.ts'
import type { Reviewer } from '../standing/reviewer.ts'

export interface Wanted {
  claimId: string
  reviewer: Reviewer
  challengeId: string
  /** Submission ids, the best offer first. */
  preferred: readonly string[]
  /** Whether a hidden item is given before a submission, or instead of one. */
  items?: 'none' | 'first' | 'only'
}

/**
 * Assigns a review and opens its claim in one commit. Takes a hidden item if one was drawn and is
 * left, in the same number of round trips as a submission. Otherwise takes the submission whose claim an undo
 * released, else the first preferred one that is still free, else the first in the queue. The same
 * statement checks again who may review whom, because that may have changed since the read. Throws
 * submissionTaken when nothing is left, or when this reviewer already has a live claim.
 */
export function openClaim<Answer>(
  call: Call,
  { claimId, reviewer, challengeId, preferred, items = 'none' }: Wanted,
  answer: Answer,
): Promise<Answer> {
  const allowed = sql`q.challenge_id = ${ifReviewable(reviewer, challengeId)}
    AND ${mayReview(reviewer, call.now)}`
  const item = anItemFor(reviewer, sql`${challengeId}`, newId())
  const submission = firstFree(reviewer, allowed, preferred)
  const chosen = { none: [submission], first: [item, submission], only: [item] }[items]
  return commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO claims (id, submission_id, item_id, reviewer_id, author_id, organization_id,
          challenge_id, role, claimed_at, lease_until, locked_levels)
        SELECT ${claimId}, submission_id, item_id, ${reviewer.id}, author_id, ${reviewer.organizationId},
          challenge_id, ${reviewer.role}, ${call.now.getTime()},
          ${leaseUntil(call.now, call.now).getTime()}, ${lockedBefore(reviewer)}
        FROM (${firstOf(chosen)}) taken`),
      guard(call, 'no_place_left'),
      // A hidden item has no row in the queue.
      call.db.run(sql`
        UPDATE submission_queue SET assigned = assigned + 1
        WHERE kind = ${reviewer.role}
          AND submission_id = (SELECT submission_id FROM claims WHERE id = ${claimId})`),
      call.db.run(draftLeftBehind(call, claimId)),
      auditEntry(call, 'claim.made', claimId),
    ],
    {
      answer,
      conflicts: {
        no_place_left: submissionTaken,
        'claims.reviewer_id, claims.seat': submissionTaken,
      },
    },
  )
}

/** The first row of several queries; the later ones run only if the earlier ones find nothing. */
const firstOf = (queries: readonly SQL[]) =>
  sql`${sql.join(
    queries.map((query) => sql`SELECT * FROM (${query})`),
    sql` UNION ALL `,
  )} LIMIT 1`

/**
 * CROSS JOIN makes the left table the outer loop, so that its order is kept and each id is one seek
 * in the queue; with JOIN, SQLite scans the queue.
 */
function firstFree({ id }: Reviewer, allowed: SQL, preferred: readonly string[]): SQL {
  const columns = sql`q.submission_id, NULL AS item_id, q.author_id, q.challenge_id`
  return firstOf([
    sql`SELECT ${columns} FROM claims old
      CROSS JOIN submission_queue q ON q.submission_id = old.submission_id
      WHERE old.reviewer_id = ${id} AND old.end_reason = 'released'
        AND old.release_reason = 'undo' AND ${allowed}
      ORDER BY old.ended_at DESC LIMIT 1`,
    sql`SELECT ${columns} FROM json_each(${JSON.stringify(preferred)}) wish
      CROSS JOIN submission_queue q ON q.submission_id = wish.value WHERE ${allowed} LIMIT 1`,
    sql`SELECT ${columns} FROM submission_queue q WHERE ${allowed} ORDER BY ${queueOrder} LIMIT 1`,
  ])
}

/** SQL: whether the new claim continues the review of an earlier claim, `old`. */
const mayGoOn = sql`(old.end_reason = 'lapsed' OR old.release_reason = 'undo')`

/** SQL: `old` is on the same submission or hidden item. An item's claim has no author. */
const isSameAnswer = (claim: SQL) => sql`old.author_id IS ${claim}.author_id
  AND old.submission_id IS ${claim}.submission_id AND old.item_id IS ${claim}.item_id`

/**
 * The levels this reviewer fixed in an earlier claim of the same answer. They stay fixed,
 * because the reviewer has seen the student's choices since.
 */
function lockedBefore({ id }: Reviewer): SQL {
  return sql`(SELECT old.locked_levels FROM claims old
    WHERE old.reviewer_id = ${id} AND ${isSameAnswer(sql`taken`)}
      AND old.locked_levels IS NOT NULL AND ${mayGoOn}
    ORDER BY old.claimed_at DESC LIMIT 1)`
}

/** Copies the draft of the earlier claim whose review the new claim continues, if there is one. */
function draftLeftBehind(call: Call, claimId: string): SQL {
  return sql`
    INSERT INTO review_drafts (claim_id, body, version, updated_at)
    SELECT ${claimId}, d.body, 1, ${call.now.getTime()}
    FROM claims new
    JOIN claims old ON old.reviewer_id = new.reviewer_id AND ${isSameAnswer(sql`new`)}
      AND old.id <> new.id AND ${mayGoOn}
    JOIN review_drafts d ON d.claim_id = old.id
    WHERE new.id = ${claimId} ORDER BY old.claimed_at DESC LIMIT 1`
}
