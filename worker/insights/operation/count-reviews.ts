import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { type CountRow, mostCounted } from './counted.ts'

const weekMs = 7 * 86_400_000

/**
 * Answers whose promised date has passed: those that missed one, and those whose date has come and
 * that nothing was done about, because nobody can decide or because the cron stopped.
 */
export function countBrokenPromises({ db, now }: Call) {
  const at = now.getTime()
  return db.all<CountRow>(sql`
    SELECT count(*) AS n, min(handed_in_at) AS since FROM (
      SELECT handed_in_at FROM (
        SELECT handed_in_at FROM promises
        WHERE step <> 'over' AND missed > 0 AND handed_in_at <= ${at}
        ORDER BY handed_in_at LIMIT ${mostCounted + 1})
      UNION ALL SELECT handed_in_at FROM (
        SELECT handed_in_at FROM promises
        WHERE step <> 'over' AND missed = 0 AND due_at <= ${at} AND promised_at <= ${at}
        ORDER BY due_at LIMIT ${mostCounted + 1}))`)
}

/** How many reviews by mentors are wanted and not yet begun, in all programmes. */
export function countWantedMentorReviews({ db }: Call) {
  return db.all<{ n: number }>(sql`
    SELECT coalesce(sum(lacking), 0) AS n FROM (
      SELECT q.wanted - q.assigned AS lacking
      FROM organizations o CROSS JOIN submission_queue q ON q.pool = o.id
      WHERE o.kind = 'programme' AND q.kind = 'mentor' AND q.assigned < q.wanted
      LIMIT ${mostCounted + 1})`)
}

/** How many reviews mentors handed in during the last seven days. */
export function countGivenMentorReviews({ db, now }: Call) {
  return db.all<{ n: number }>(sql`
    SELECT count(*) AS n FROM (
      SELECT DISTINCT r.id FROM organizations o
      CROSS JOIN memberships m ON m.organization_id = o.id
      CROSS JOIN reviews r ON r.reviewer_id = m.account_id
      WHERE o.kind = 'programme' AND m.role = 'mentor' AND m.ended_at IS NULL
        AND r.handed_in_at > ${now.getTime() - weekMs}
        AND r.role = 'mentor' AND r.withdrawn_at IS NULL
      LIMIT ${mostCounted + 1})`)
}
