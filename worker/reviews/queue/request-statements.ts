import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { promises, reminders, submissionQueue } from '../tables.ts'

const day = 86_400_000

interface ReviewRequest {
  submissionId: string
  kind: 'peer' | 'mentor'
  /** The reviews of this kind that were wanted when the row was read. */
  wanted: number
}

/**
 * For a commit: asks for `more` further reviews of one kind. The commit fails with wanted_moved if
 * `wanted` has changed since it was read.
 */
export function requestReview(
  call: Call,
  { submissionId, kind, wanted }: ReviewRequest,
  more = 1,
): Statement[] {
  const isRequest = and(
    eq(submissionQueue.submissionId, submissionId),
    eq(submissionQueue.kind, kind),
  )
  return [
    call.db
      .update(submissionQueue)
      .set({ wanted: wanted + more })
      .where(and(isRequest, eq(submissionQueue.wanted, wanted))),
    guard(call, 'wanted_moved'),
    ...(kind === 'mentor' && wanted === 0 ? [remindMentors(call, submissionId)] : []),
  ]
}

/** For a commit: asks for one more mentor review, unless a wanted one is still unclaimed. */
export function requestReviewIfNone(call: Call, submissionId: string): Statement[] {
  return [
    call.db.run(sql`
      UPDATE submission_queue SET wanted = wanted + 1
      WHERE submission_id = ${submissionId} AND kind = 'mentor' AND assigned = wanted`),
    remindMentors(call, submissionId),
  ]
}

/**
 * Plans a mail to the mentors, sent if the review is still unclaimed after a day. A submission gets
 * this reminder once.
 */
export function remindMentors({ db, now }: Call, submissionId: string): Statement {
  return db.run(sql`
    INSERT INTO reminders (submission_id, kind, organization_id, due_at, sent)
    SELECT submission_id, 'mentor-place', organization_id, ${now.getTime() + day}, 0
    FROM submission_queue WHERE submission_id = ${submissionId} AND kind = 'mentor'
    ON CONFLICT DO NOTHING`)
}

/** For a commit: if a submission is marked as late, it loses its priority in the queue. */
export function noLongerLate({ db }: Call, submissionId: string): Statement {
  return db
    .update(submissionQueue)
    .set({ late: false })
    .where(and(eq(submissionQueue.submissionId, submissionId), eq(submissionQueue.late, true)))
}

/**
 * For a commit that closes a round: no further review is wanted, and the promise and the mentors'
 * reminder end. A reviewer with a live claim may finish; that review is stored as surplus.
 */
export function endRequests({ db, now }: Call, submissionId: string): Statement[] {
  return [
    db
      .update(submissionQueue)
      .set({ wanted: sql`assigned`, late: false })
      .where(eq(submissionQueue.submissionId, submissionId)),
    db.update(promises).set({ step: 'over' }).where(eq(promises.submissionId, submissionId)),
    db
      .update(reminders)
      .set({ endedAt: now })
      .where(and(eq(reminders.submissionId, submissionId), eq(reminders.kind, 'mentor-place'))),
  ]
}
