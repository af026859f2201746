import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { type CountRow, mostCounted } from './counted.ts'

const waits = sql`done_at IS NULL AND dead_at IS NULL`

/** What should be done by now, by lane. */
export function countDueNotes({ db, now }: Call) {
  const due = (
    lane: number,
  ) => sql`SELECT ${lane} AS lane, count(*) AS n, min(due_at) AS since FROM (
    SELECT due_at FROM outbox WHERE lane = ${lane} AND ${waits} AND due_at <= ${now.getTime()}
    ORDER BY due_at LIMIT ${mostCounted + 1})`
  return db.all<CountRow & { lane: number }>(sql`${due(0)} UNION ALL ${due(1)} UNION ALL ${due(2)}`)
}

/** What failed and will be tried again, by why it failed. Such a note is not due between two tries. */
export function countFailingNotes({ db, now }: Call) {
  return db.all<CountRow & { problem: string | null }>(sql`
    SELECT problem, count(*) AS n, min(first_due_at) AS since FROM (
      SELECT problem, first_due_at FROM outbox
      WHERE ${waits} AND attempts > 0 AND first_due_at <= ${now.getTime()}
      ORDER BY first_due_at LIMIT ${mostCounted + 1})
    GROUP BY problem ORDER BY n DESC`)
}
