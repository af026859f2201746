import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'

/**
 * A statement for a commit: the minutes people really took, for the catalogue. Only for the version
 * that can be started now.
 */
export function setPlayedMinutes(
  { db }: Call,
  { challengeId, versionHash }: { challengeId: string; versionHash: string },
  minutes: SQL,
) {
  return db.run(sql`UPDATE challenges SET played_minutes = ${minutes}
    WHERE id = ${challengeId} AND current_hash = ${versionHash}`)
}
