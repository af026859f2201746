import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'

interface Gone {
  ran_out_at: number | null
  revoked_at: number | null
}

/** When a badge of the caller last expired without being revoked, and when one was last revoked. */
export function findRanOut({ db, now, actorId }: Call) {
  const at = now.getTime()
  return db.all<Gone>(sql`
    SELECT max(CASE WHEN c.ended_at IS NULL AND c.valid_until <= ${at} THEN c.valid_until END) AS ran_out_at,
      max(c.ended_at) AS revoked_at
    FROM credentials c
    JOIN achievements a ON a.id = c.achievement_id AND a.kind = 'skill'
    WHERE c.student_id = ${actorId} AND c.state = 'signed'`)
}
