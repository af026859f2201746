import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { programmesIn } from '../../organizations/organization/pool.ts'
import { endRequests } from '../queue/request-statements.ts'

/**
 * For the commit that withdraws a submission: nobody reads it any more. Its live claims lapse, so
 * their reviewers keep their drafts, and no further review is wanted.
 */
export function withdrawRequests(call: Call, submissionId: string): Statement[] {
  // No index finds the claims on a submission, so they are looked for by reviewer. The claims of
  // mentors who have left have lapsed.
  const reviewers = sql`(SELECT m.account_id FROM submission_queue q
    CROSS JOIN memberships m ON m.organization_id IN ${programmesIn(sql`q.pool`)}
      AND m.role = 'mentor' AND m.ended_at IS NULL
    WHERE q.submission_id = ${submissionId} AND q.kind = 'mentor')`
  const live = sql`submission_id = ${submissionId} AND ended_at IS NULL
    AND author_id = ${call.actorId} AND reviewer_id IN ${reviewers}`
  return [
    call.db.run(sql`UPDATE submission_queue
      SET assigned = assigned - (SELECT count(*) FROM claims WHERE ${live})
      WHERE submission_id = ${submissionId} AND kind = 'mentor'`),
    call.db.run(sql`UPDATE claims SET ended_at = ${call.now.getTime()}, end_reason = 'lapsed'
      WHERE ${live}`),
    ...endRequests(call, submissionId),
  ]
}
