import type { Bindings } from '../../env.ts'
import { noteKinds } from './note-kinds.ts'

/**
 * Runs hourly. During a deploy, an older version may give up a note whose kind it does not know.
 * This retries such notes once their kind is known.
 */
export async function reviveNotes({ DB }: Bindings, now: Date): Promise<void> {
  const known = Object.entries(noteKinds).flatMap(([kind, { consumers }]) =>
    consumers.map((consumer) => `${kind} ${consumer}`),
  )
  await DB.prepare(
    `UPDATE outbox SET dead_at = NULL, attempts = 0, due_at = ?1, first_due_at = ?1
     WHERE dead_at IS NOT NULL AND problem = 'unknown-kind'
       AND kind || ' ' || consumer IN (SELECT value FROM json_each(?2))`,
  )
    .bind(now.getTime(), JSON.stringify(known))
    .run()
}
