import { sql } from 'drizzle-orm'

import type { Db } from '../../foundation/call/db.ts'
import { poolOf, programmesIn } from '../../organizations/organization/pool.ts'

export const dayMs = 86_400_000

/** Counting stops here: that is enough to know that time is short, and to say so. */
const mostCounted = 500

export interface MentorTime {
  /**
   * Mentor reviews that are wanted and that nobody has claimed; at most `mostCounted`. 0 without a
   * mentor: the admins are told that one is missing (`watchPromises`), not that time is short.
   */
  wanted: number
  /** Reviews that mentors handed in during the last seven days; at most `mostCounted`. */
  given: number
}

/** Whether mentors need more than two weeks for what is wanted, at the pace of the last week. */
export function isMentorTimeShort({ wanted, given }: MentorTime): boolean {
  return wanted > 2 * given
}

export interface PoolTime extends MentorTime {
  organizationId: string
  dueAt: Date
}

interface Row extends MentorTime {
  organization_id: string
  due_at: number
}

/** The mentor time of the programmes that are due. */
export async function findDueMentorTime(db: Db, now: Date, most: number): Promise<PoolTime[]> {
  const rows = await db.all<Row>(sql`
    SELECT p.organization_id, p.mentor_time_due_at AS due_at, ${timeOf(now)} FROM review_pools p
    WHERE p.mentor_time_due_at <= ${now.getTime()} ORDER BY p.mentor_time_due_at LIMIT ${most}`)
  return rows.map(({ organization_id: organizationId, due_at, wanted, given }) => {
    return { organizationId, dueAt: new Date(due_at), wanted, given }
  })
}

export async function findMentorTime(
  db: Db,
  organizationId: string,
  now: Date,
): Promise<MentorTime | undefined> {
  const [row] = await db.all<MentorTime>(sql`
    SELECT ${timeOf(now)} FROM review_pools p WHERE p.organization_id = ${organizationId}`)
  return row
}

const pool = poolOf(sql`p.organization_id`)

/** SQL: two columns for `p`, a row of review_pools. Programmes that share reviewers share both. */
const timeOf = (now: Date) => sql`
  (SELECT coalesce(sum(free), 0) FROM (SELECT wanted - assigned AS free FROM submission_queue
    WHERE pool = ${pool} AND kind = 'mentor' AND assigned < wanted
      AND EXISTS (SELECT 1 FROM memberships WHERE organization_id IN ${programmesIn(pool)}
        AND role = 'mentor' AND ended_at IS NULL)
    LIMIT ${mostCounted})) AS wanted,
  (SELECT count(*) FROM (SELECT 1 FROM claims
    WHERE organization_id IN ${programmesIn(pool)} AND role = 'mentor' AND end_reason = 'submitted'
      AND ended_at > ${now.getTime() - 7 * dayMs} LIMIT ${mostCounted})) AS given`
