import { sql } from 'drizzle-orm'

import { openName } from '../accounts/account/open-account.ts'
import type { Acting, Call } from '../foundation/call/call.ts'
import { allOf } from '../foundation/crypto/all-of.ts'
import { type PageQuery, behind, pageOf } from '../foundation/text/page.ts'

interface Row {
  id: string
  student_id: string
  name: string | null
  seen_week: number | null
  attempt_id: string | null
  title: string | null
  skill: string | null
  state: 'open' | 'handed-in' | 'closed' | 'lapsed' | null
  started_at: number | null
  handed_in_at: number | null
  promised_at: number | null
  decision: 'proficient' | 'not-yet' | 'needs-more' | null
  badges: number
}

const pageSize = 100

/**
 * The students a mentor coaches, oldest coaching first, each with their latest attempt. Only the
 * mentor sees this.
 */
export async function findCoached(call: Call, { organizationId }: Acting, query: PageQuery) {
  const rows = await call.db.all<Row>(sql`
    SELECT k.id, k.student_id, a.name, m.seen_week, t.id AS attempt_id, v.title, t.skill, t.state,
      -- A later round counts from when it was opened.
      coalesce((SELECT r.opened_at FROM revisions r WHERE r.attempt_id = t.id AND r.round = t.round),
        t.started_at) AS started_at, u.at AS handed_in_at, u.promised_at, d.state AS decision,
      (SELECT count(*) FROM credentials c WHERE c.student_id = k.student_id AND c.state = 'signed'
        AND c.ended_at IS NULL) AS badges
    FROM coachings k JOIN accounts a ON a.id = k.student_id AND a.disabled_at IS NULL
    LEFT JOIN memberships m ON m.account_id = k.student_id AND m.organization_id = k.organization_id
      AND m.role = 'student' AND m.ended_at IS NULL
    LEFT JOIN attempts t ON t.student_id = k.student_id AND t.organization_id = k.organization_id
      AND t.started_at = (SELECT max(started_at) FROM attempts x
        WHERE x.student_id = k.student_id AND x.organization_id = k.organization_id)
    LEFT JOIN challenge_versions v ON v.hash = t.version_hash
    LEFT JOIN submissions u ON u.attempt_id = t.id AND u.round = t.round
    LEFT JOIN decisions d ON d.submission_id = u.id
    WHERE k.mentor_id = ${call.actorId} AND k.organization_id = ${organizationId}
      AND k.ended_at IS NULL ${behind(
        query,
        (after) => sql`(k.created_at, k.id) > (
        SELECT +created_at, +id FROM coachings WHERE id = ${after} AND mentor_id = ${call.actorId})`,
      )}
    GROUP BY k.id ORDER BY k.created_at, k.id LIMIT ${pageSize + 1}`)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return { students: await allOf(shown, (row) => coachedView(call, row)), next, now: call.now }
}

const time = (ms: number | null) => (ms === null ? null : new Date(ms))

async function coachedView(call: Call, row: Row) {
  return {
    studentId: row.student_id,
    name: await openName(call, row.student_id, row.name, ''),
    seenWeek: time(row.seen_week),
    badges: row.badges,
    attempt:
      row.title === null
        ? null
        : {
            challengeTitle: row.title,
            skill: row.skill,
            state: row.state,
            startedAt: time(row.started_at),
            handedInAt: time(row.handed_in_at),
            promisedAt: time(row.promised_at),
            decision: row.decision,
          },
  }
}
