import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { promises, reminders, submissionQueue } from '../tables.ts'

const day = 86_400_000

/** `wanted` is the value that was read. If it has changed, the commit fails with wanted_moved. */
interface ReviewRequest {
  submissionId: string
  kind: 'peer' | 'mentor'
  wanted: number
}

/** For another room's commit: asks for more reviews of one kind, one by default. */
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

/**
 * Asks a mentor for one more review, unless one is still unclaimed. For a round without peers left.
 */
export function requestReviewIfNone(call: Call, submissionId: string): Statement[] {
  return [
    call.db.run(sql`
      UPDATE submission_queue SET wanted = wanted + 1
      WHERE submission_id = ${submissionId} AND kind = 'mentor' AND assigned = wanted`),
    remindMentors(call, submissionId),
  ]
}

/** Plans a mail to the mentors in case nobody claims the review within a day. */
function remindMentors({ db, now }: Call, submissionId: string): Statement {
  return db.run(sql`
    INSERT INTO reminders (submission_id, kind, organization_id, due_at, sent)
    SELECT submission_id, 'mentor-place', pool, ${now.getTime() + day}, 0
    FROM submission_queue WHERE submission_id = ${submissionId} AND kind = 'mentor'
    ON CONFLICT DO NOTHING`)
}

/** Takes a late submission out of its place before the others, once the minimum is reached. */
export function noLongerLate({ db }: Call, submissionId: string): Statement {
  return db
    .update(submissionQueue)
    .set({ late: false })
    .where(and(eq(submissionQueue.submissionId, submissionId), eq(submissionQueue.late, true)))
}

/**
 * Ends the requests of a round that closed: no review is wanted any more and its promise ends. A
 * reviewer who has a live claim may finish; their review is kept.
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
