import { type SQL, sql } from 'drizzle-orm'

import type { Db } from '../../foundation/call/db.ts'
import { undoMs } from '../../reviews/claim/lease.ts'
import { workWaits } from '../../reviews/queue/work-waits.ts'
import type { DelayedResult } from './result-delay.ts'

/** A full result that is not open yet, with what decides whether it opens. */
export interface Watched extends DelayedResult {
  submissionId: string
  organizationId: string
  dueAt: Date
  isStudent: boolean
  /** Reviews that the author has given in this challenge and can no longer undo. */
  settled: number
  workWaits: boolean
}

interface Row {
  submission_id: string
  organization_id: string
  owed: number
  idle_since: number | null
  opens_at: number
  due_at: number
  is_student: number
  settled: number
  work_waits: number
}

/** Full results that are not open yet, chosen by a condition on `d`, a row of delayed_results. */
export async function findDelayed(db: Db, which: SQL, now: Date, most: number): Promise<Watched[]> {
  const author = { id: sql`s.student_id`, organizationId: sql`s.organization_id` }
  const rows = await db.all<Row>(sql`
    SELECT d.submission_id, d.organization_id, d.owed, d.idle_since, d.opens_at, d.due_at,
      EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = s.student_id
        AND m.organization_id = s.organization_id AND m.role = 'student'
        AND m.ended_at IS NULL) AS is_student,
      ${settledIn(now)} AS settled,
      ${workWaits({ ...author, challengeId: sql`s.challenge_id` }, now)} AS work_waits
    FROM delayed_results d CROSS JOIN submissions s ON s.id = d.submission_id
    WHERE d.opened_at IS NULL AND ${which} ORDER BY d.due_at LIMIT ${most}`)
  return rows.map((row) => ({
    submissionId: row.submission_id,
    organizationId: row.organization_id,
    owed: row.owed,
    idleSince: row.idle_since === null ? null : new Date(row.idle_since),
    opensAt: new Date(row.opens_at),
    openedAt: null,
    dueAt: new Date(row.due_at),
    isStudent: row.is_student === 1,
    settled: row.settled,
    workWaits: row.work_waits === 1,
  }))
}

/** SQL: the reviews that the author of `s` gave in its challenge and can no longer undo. */
export function settledIn(now: Date): SQL<number> {
  return sql<number>`(SELECT count(*) FROM claims c WHERE c.reviewer_id = s.student_id
    AND c.challenge_id = s.challenge_id AND c.role = 'peer' AND c.end_reason = 'submitted'
    AND c.ended_at <= ${now.getTime() - undoMs})`
}
