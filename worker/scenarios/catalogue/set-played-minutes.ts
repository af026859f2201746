import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'

/**
 * A statement for a commit: stores the minutes that people took, for the catalogue. It changes
 * nothing if the version is not the current one.
 */
export function setPlayedMinutes(
  { db }: Call,
  { challengeId, versionHash }: { challengeId: string; versionHash: string },
  minutes: SQL,
) {
  return db.run(sql`UPDATE challenges SET played_minutes = ${minutes}
    WHERE id = ${challengeId} AND current_hash = ${versionHash}`)
}
