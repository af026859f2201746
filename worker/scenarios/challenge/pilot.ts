import { type SQL, sql } from 'drizzle-orm'

/**
 * SQL: 1 while a version of a challenge is in pilot, that is while it is not known how far its
 * reviewers agree. Then no round closes without a mentor. Scoring ends a pilot
 * (worker/scoring/version/measure-versions.ts).
 */
export function isPilot(versionHash: SQL): SQL<number> {
  return sql<number>`NOT EXISTS (SELECT 1 FROM pilot_ends WHERE version_hash = ${versionHash})`
}

/** SQL: the same, by the id of a submission. */
export function isPilotOf(submissionId: SQL): SQL<number> {
  return sql<number>`NOT EXISTS (SELECT 1 FROM submissions pilot_s
    JOIN pilot_ends ON pilot_ends.version_hash = pilot_s.version_hash
    WHERE pilot_s.id = ${submissionId})`
}
