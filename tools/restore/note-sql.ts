import { randomUUID } from 'node:crypto'

/**
 * SQL that leaves a note for one consumer, as `worker/foundation/outbox/note.ts` does, if `condition` finds a row. `subject` and `at` are
 * literals of SQL.
 */
export function noteSql(
  kind: string,
  consumer: string,
  subject: string,
  at: string,
  condition: string,
  payload: object = {},
): string {
  return `INSERT INTO outbox (id, kind, consumer, lane, subject_id, payload, due_at, first_due_at)
    SELECT '${randomUUID()}', '${kind}', '${consumer}', 1, ${subject}, '${JSON.stringify(payload)}', ${at}, ${at}
    WHERE EXISTS (${condition})`
}
