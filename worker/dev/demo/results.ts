import { sql } from 'drizzle-orm'

import type { Stage } from './stage.ts'

/** The one result of the demo whose comments and levels still wait for reviews by its author. */
const stillDelayed = 's13 hand-to-hand'
const idleMs = 2 * 86_400_000

/**
 * The demo's students give fewer reviews than they owe. So that their results can be read, all but
 * one of them had nothing to review for two days; the next tick opens these results.
 */
export async function openResults(stage: Stage): Promise<void> {
  const { call, attemptIds } = stage
  const now = call.now.getTime()
  await call.db.run(sql`UPDATE delayed_results SET idle_since = ${now - idleMs}, due_at = ${now}
    WHERE opened_at IS NULL AND submission_id NOT IN (
      SELECT id FROM submissions WHERE attempt_id = ${attemptIds.get(stillDelayed) ?? ''})`)
  await stage.settle()
}
