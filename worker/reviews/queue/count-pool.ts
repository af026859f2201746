import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { isSmallPool, pairWindowDays } from './pool.ts'

const hour = 3_600_000
const day = 24 * hour

/**
 * Limits the cost of a query that each hand-in runs. So many hand-ins show that a pool is large.
 */
const mostCounted = 2_000

export interface Counted {
  students: number
  handIns: number
}

/**
 * A query, for a batch too: students and hand-ins of the last 90 days in these programmes together,
 * from the latest 2,000 hand-ins of each. `handsIn`: also counts a hand-in by this student that is
 * not in the queue yet.
 */
export function countPool({ db, now }: Call, organizationIds: readonly SQL[], handsIn?: string) {
  const since = Math.floor(now.getTime() / hour) - pairWindowDays * 24
  const latest = organizationIds.map(
    (id) => sql`SELECT * FROM (SELECT author_id FROM submission_queue
      WHERE kind = 'peer' AND organization_id = ${id} AND hand_in_hour >= ${since}
      ORDER BY hand_in_hour DESC LIMIT ${mostCounted})`,
  )
  const alsoNow = handsIn === undefined ? [] : [sql`SELECT ${handsIn} AS author_id`]
  return db.all<Counted>(sql`
    SELECT count(DISTINCT author_id) AS students, count(*) AS handIns
    FROM (${sql.join([...latest, ...alsoNow], sql` UNION ALL `)})`)
}

/** For a commit: stores the count for each of these programmes, a subquery with one column, id. */
export function keepCount(
  { db, now }: Call,
  programmes: SQL,
  { students, handIns }: Counted = { students: 0, handIns: 0 },
): Statement {
  const small = isSmallPool(students, handIns) ? 1 : 0
  return db.run(sql`
    INSERT INTO review_pools
      (organization_id, students, hand_ins, small, counted_at, mentor_time_due_at)
    SELECT id, ${students}, ${handIns}, ${small}, ${now.getTime()}, ${now.getTime() + day}
    FROM ${programmes} WHERE true
    ON CONFLICT (organization_id) DO UPDATE SET students = excluded.students,
      hand_ins = excluded.hand_ins, small = excluded.small, counted_at = excluded.counted_at`)
}
