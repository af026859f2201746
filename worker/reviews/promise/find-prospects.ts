import { type SQL, sql } from 'drizzle-orm'

import type { Db } from '../../foundation/call/db.ts'
import { programmesIn } from '../../organizations/organization/pool.ts'
import { isPilotOf } from '../../scenarios/challenge/pilot.ts'
import { isSetAside } from '../standing/set-aside.ts'
import { couldReview, isPlayedBy } from '../queue/may-review.ts'
import type { Prospects } from './prospects.ts'

interface Row {
  submission_id: string
  settled_peers: number
  settled_mentors: number
  begun_peers: number
  begun_mentors: number
  left_peers: number
  left_mentors: number
  wants_mentor: number
  pilot: number
}

/** Counting people of one kind stops here, because no round asks for more reviews of one kind. */
const mostCounted = 6

/** How many people have judged each of these submissions, and how many still could. */
export async function findProspects(
  db: Db,
  submissionIds: readonly string[],
  now: Date,
): Promise<Map<string, Prospects>> {
  const rows = await db.all<Row>(sql`
    SELECT q.submission_id,
      ${settledBy('peer', now)} AS settled_peers, ${settledBy('mentor', now)} AS settled_mentors,
      ${begunBy('peer')} AS begun_peers, ${begunBy('mentor')} AS begun_mentors,
      ${peersLeft(now)} AS left_peers, ${mentorsLeft(now)} AS left_mentors,
      q.assigned < q.wanted AS wants_mentor, ${isPilotOf(sql`q.submission_id`)} AS pilot
    FROM json_each(${JSON.stringify(submissionIds)}) wanted
    CROSS JOIN submission_queue q ON q.submission_id = wanted.value AND q.kind = 'mentor'`)
  return new Map(
    rows.map((row) => [
      row.submission_id,
      {
        settled: { peers: row.settled_peers, mentors: row.settled_mentors },
        begun: { peers: row.begun_peers, mentors: row.begun_mentors },
        left: { peers: row.left_peers, mentors: row.left_mentors },
        wantsMentor: row.wants_mentor === 1,
        pilot: row.pilot === 1,
      },
    ]),
  )
}

const settledBy = (role: string, now: Date) => sql`(SELECT count(*) FROM reviews
  WHERE submission_id = q.submission_id AND role = ${role}
    AND withdrawn_at IS NULL AND effective_at <= ${now.getTime()} AND ${isUsed})`

/** Whether scoring uses the levels of a review. */
const isUsed = sql`NOT (role = 'peer' AND ${isSetAside(sql`reviews.reviewer_id`)})`

/**
 * Live claims and reviews that are not undone. `assigned` counts all of them except surplus
 * reviews. `claims` has no index by submission, so live claims are not counted directly.
 */
const begunBy = (role: string) => sql`(
  (SELECT assigned FROM submission_queue WHERE submission_id = q.submission_id AND kind = ${role})
  + (SELECT count(*) FROM reviews WHERE submission_id = q.submission_id AND role = ${role}
    AND withdrawn_at IS NULL AND surplus = 1)
  - (SELECT count(*) FROM reviews WHERE submission_id = q.submission_id AND role = ${role}
    AND withdrawn_at IS NULL AND NOT ${isUsed}))`

/** How many students of the pool have handed in the challenge and could review this answer. */
function peersLeft(now: Date): SQL {
  const reader = { id: sql`m.account_id`, pool: sql`q.pool`, role: 'peer' } as const
  return sql`(SELECT count(*) FROM (
    SELECT DISTINCT m.account_id FROM submission_queue q
    JOIN submissions s ON s.organization_id IN ${programmesIn(sql`q.pool`)} AND s.challenge_id = q.challenge_id
    JOIN memberships m ON m.account_id = s.student_id AND m.organization_id = s.organization_id
      AND m.role = 'student' AND m.ended_at IS NULL
    WHERE q.submission_id = wanted.value AND ${isActive} AND ${couldReview(reader, now)}
      AND NOT ${isSetAside(sql`m.account_id`)}
    LIMIT ${mostCounted}))`
}

function mentorsLeft(now: Date): SQL {
  const reader = { id: sql`m.account_id`, pool: sql`q.pool`, role: 'mentor' } as const
  return sql`(SELECT count(*) FROM (
    SELECT m.account_id FROM memberships m
    WHERE m.organization_id IN ${programmesIn(sql`q.pool`)} AND m.role = 'mentor' AND m.ended_at IS NULL
      AND ${isPlayedBy(sql`m.organization_id`)}
      AND ${isActive} AND ${couldReview(reader, now)}
    LIMIT ${mostCounted}))`
}

const isActive = sql`NOT EXISTS (
  SELECT 1 FROM accounts WHERE id = m.account_id AND disabled_at IS NOT NULL)`
