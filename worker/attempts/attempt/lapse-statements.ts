import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'

/**
 * For a commit: ends an open attempt that was not handed in. A first round lapses. A later one is
 * taken back: the attempt is closed again with the round before, whose result stays true, and the
 * drafts stay. The first statement changes one row, if `condition`, SQL on `attempts`, still holds.
 */
export function lapse(
  call: Call,
  attemptId: string,
  condition: SQL | undefined,
): [Statement, Statement] {
  const now = call.now.getTime()
  return [
    call.db.run(sql`
      UPDATE attempts SET state = CASE WHEN round > 1 THEN 'closed' ELSE 'lapsed' END,
        round = max(1, round - 1),
        ended_at = coalesce((SELECT at FROM submissions s
          WHERE s.attempt_id = attempts.id AND s.round = attempts.round - 1), ${now})
      WHERE id = ${attemptId} AND ${condition}`),
    call.db.run(sql`
      UPDATE revisions SET lapsed_at = ${now} WHERE attempt_id = ${attemptId} AND lapsed_at IS NULL
        AND round = (SELECT round + 1 FROM attempts WHERE id = ${attemptId} AND state = 'closed')`),
  ]
}

/** The action of the audit entry beside these statements. */
export const lapseOf = (round: number) => (round > 1 ? 'attempt.round-lapsed' : 'attempt.lapsed')
