import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { type CountRow, mostCounted } from './counted.ts'

/** Badges that were awarded and are not signed yet. */
export function countUnsigned({ db, now }: Call) {
  return db.all<CountRow>(sql`
    SELECT count(*) AS n, min(created_at) AS since FROM (
      SELECT created_at FROM credentials
      WHERE state = 'prepared' AND ended_at IS NULL AND created_at <= ${now.getTime()}
      ORDER BY created_at LIMIT ${mostCounted + 1})`)
}

/** When the status list with the oldest signature was signed. */
export function findOldestList({ db }: Call) {
  return db.all<{ at: number | null }>(sql`SELECT min(signed_at) AS at FROM status_lists`)
}
