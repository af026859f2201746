import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'

interface Row {
  attempt_id: string
  title: string
  answered_at: number
}

/** The caller's answers that are hidden items. One for each attempt, so a hundred are enough. */
export async function findAgreedItems({ db, actorId }: Call) {
  const rows = await db.all<Row>(sql`
    SELECT s.attempt_id, v.title, max(g.answered_at) AS answered_at FROM item_agreements g
    JOIN submissions s ON s.id = g.submission_id
    JOIN challenge_versions v ON v.hash = s.version_hash
    WHERE g.student_id = ${actorId} AND g.agreed = 1
    GROUP BY s.attempt_id ORDER BY answered_at DESC LIMIT 100`)
  return {
    items: rows.map(({ attempt_id: attemptId, title, answered_at }) => {
      return { attemptId, title, agreedAt: new Date(answered_at).toISOString() }
    }),
  }
}
