import { and, eq, lte, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { reviewerRecords } from '../../reviews/calibration-tables.ts'
import { findEvidence, type Measured } from './find-evidence.ts'
import { mondayAfter } from './monday.ts'
import { isFarFromKnown, type Profile, profileOf } from './profile.ts'

/**
 * Works out the figures of those for whom a settled review is new evidence. That is its reviewer, if it judges a hidden item or an answer that a mentor has
 * judged; and if it is a mentor's, the peers who judged the same answer.
 */
export async function measureReviewers(call: Call, reviewId: string): Promise<void> {
  const measured = await findMeasured(call, reviewId)
  await tryEach(measured, (reviewer) =>
    measure(part(call, `${reviewer.role}:${reviewer.accountId}`), reviewer),
  )
}

async function findMeasured({ db, now }: Call, reviewId: string): Promise<Measured[]> {
  const isSettled = sql`o.withdrawn_at IS NULL AND o.effective_at <= ${now.getTime()}`
  return db.all<Measured>(sql`
    SELECT w.reviewer_id AS accountId, w.role FROM reviews w
    WHERE w.id = ${reviewId} AND w.withdrawn_at IS NULL AND (w.item_id IS NOT NULL
      OR (w.role = 'peer' AND EXISTS (SELECT 1 FROM reviews o
        WHERE o.submission_id = w.submission_id AND o.role = 'mentor' AND ${isSettled})))
    UNION
    SELECT o.reviewer_id, o.role FROM reviews w
    JOIN reviews o ON o.submission_id = w.submission_id AND o.role = 'peer' AND ${isSettled}
    WHERE w.id = ${reviewId} AND w.withdrawn_at IS NULL AND w.role = 'mentor'`)
}

async function measure(call: Call, reviewer: Measured): Promise<void> {
  const { accountId, role } = reviewer
  const evidence = await findEvidence(call.db, reviewer, call.now)
  if (evidence.length === 0) return
  const profile = profileOf(role, evidence)
  const before = await findRecord(call, reviewer)
  const changes = !before || !isSame(before, profile)
  await commit(
    call,
    [
      keepRecord(call, reviewer, profile, evidence.length),
      ...(changes ? [note(call, 'reviewer.measured', accountId, { payload: { role } })] : []),
      ...(isFarFromKnown(role, profile) ? [note(call, 'mentor.differs', accountId)] : []),
      auditEntry(call, 'review.compared', accountId, { role, anchored: evidence.length }, null),
    ],
    { answer: null },
  )
}

function findRecord({ db }: Call, { accountId, role }: Measured) {
  return db
    .select()
    .from(reviewerRecords)
    .where(and(eq(reviewerRecords.accountId, accountId), eq(reviewerRecords.role, role)))
    .get()
}

function isSame(
  before: Pick<Profile, 'variance' | 'shift' | 'setAside'>,
  { variance, shift, setAside }: Profile,
): boolean {
  return before.variance === variance && before.shift === shift && before.setAside === setAside
}

/** Two notes may measure one person at once: figures never replace those of a later moment. */
function keepRecord(
  { db, now }: Call,
  { accountId, role }: Measured,
  { variance, shift, setAside }: Profile,
  anchored: number,
) {
  const figures = { variance, shift, setAside, anchored, measuredAt: now }
  const snapshotDueAt = mondayAfter(now)
  return db
    .insert(reviewerRecords)
    .values({ accountId, role, ...figures, snapshotDueAt })
    .onConflictDoUpdate({
      target: [reviewerRecords.accountId, reviewerRecords.role],
      set: {
        ...figures,
        snapshotDueAt: sql`coalesce(snapshot_due_at, ${snapshotDueAt.getTime()})`,
      },
      setWhere: lte(reviewerRecords.measuredAt, now),
    })
}
