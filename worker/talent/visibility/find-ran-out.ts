import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'

/** When the newest badge ran out of those that were not taken back; null where none did. */
export function findRanOut({ db, now, actorId }: Call) {
  return db.all<{ at: number | null }>(sql`
    SELECT max(c.valid_until) AS at FROM credentials c
    JOIN achievements a ON a.id = c.achievement_id AND a.kind = 'skill'
    WHERE c.student_id = ${actorId} AND c.state = 'signed' AND c.ended_at IS NULL
      AND c.valid_until <= ${now.getTime()}`)
}
