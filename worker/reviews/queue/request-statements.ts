import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { promises, reminders, submissionQueue } from '../tables.ts'

const day = 86_400_000

/** `wanted` as it was read: when somebody asked for more meanwhile the commit fails by wanted_moved. */
interface ReviewRequest {
  submissionId: string
  kind: 'peer' | 'mentor'
  wanted: number
}

/** For another room's commit: more reviews by one kind of reviewer, one unless told otherwise. */
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

/** One more review by a mentor, unless one is free: for a round that no peer is left for. */
export function requestReviewIfNone(call: Call, submissionId: string): Statement[] {
  return [
    call.db.run(sql`
      UPDATE submission_queue SET wanted = wanted + 1
      WHERE submission_id = ${submissionId} AND kind = 'mentor' AND assigned = wanted`),
    remindMentors(call, submissionId),
  ]
}

/** A mentor's review that nobody took on within a day is worth a mail to the mentors. */
function remindMentors({ db, now }: Call, submissionId: string): Statement {
  return db.run(sql`
    INSERT INTO reminders (submission_id, kind, organization_id, due_at, sent)
    SELECT submission_id, 'mentor-place', pool, ${now.getTime() + day}, 0
    FROM submission_queue WHERE submission_id = ${submissionId} AND kind = 'mentor'
    ON CONFLICT DO NOTHING`)
}

/** With the minimum reached a submission is no longer ahead of others for being late. */
export function noLongerLate({ db }: Call, submissionId: string): Statement {
  return db
    .update(submissionQueue)
    .set({ late: false })
    .where(and(eq(submissionQueue.submissionId, submissionId), eq(submissionQueue.late, true)))
}

/**
 * The round has closed: no review is wanted any more and no date is left to keep. Whoever is at the
 * desk may finish; their review is kept.
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
