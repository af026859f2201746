import { type SQL, sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import { openName } from '../../accounts/account/open-account.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { openComments, openLines } from './plan-text.ts'

interface Row {
  id: string
  attempt_id: string
  round: number
  opened_at: number
  student_id: string
  name: string | null
  title: string
  lines: string
  comment: string | null
  comment_at: number | null
}

const pageSize = 20

/**
 * SQL: the plans of the students whom the caller coaches in this programme now, as a query that
 * ends in conditions on `r`, a row of `revisions`.
 */
function coachedPlans(call: Call): SQL {
  const { organizationId } = actingOf(call)
  return sql`FROM coachings k
    CROSS JOIN attempts a ON a.student_id = k.student_id AND a.organization_id = k.organization_id
    CROSS JOIN revisions r ON r.attempt_id = a.id
    WHERE k.mentor_id = ${call.actorId} AND k.organization_id = ${organizationId}
      AND k.ended_at IS NULL`
}

/** The plans of the caller's students, the newest first, each with the caller's own remark. */
export async function findCoachedPlans(call: Call, query: PageQuery) {
  const rows = await call.db.all<Row>(sql`
    SELECT found.*, c.name, v.title,
      (SELECT json_group_array(json_object('line', line, 'quote', quote, 'words', words)) FROM (
        SELECT line, quote, words FROM revision_plans p
        WHERE p.attempt_id = found.attempt_id AND p.round = found.round ORDER BY line)) AS lines,
      o.words AS comment, o.at AS comment_at
    FROM (SELECT r.id, r.attempt_id, r.round, r.opened_at, a.student_id, a.version_hash
      ${coachedPlans(call)} AND EXISTS (SELECT 1 FROM revision_plans p
        WHERE p.attempt_id = r.attempt_id AND p.round = r.round)
      ${behind(
        query,
        (after) => sql`(r.opened_at, r.id) < (
        SELECT +opened_at, +id FROM revisions WHERE id = ${after})`,
      )}
      ORDER BY r.opened_at DESC, r.id DESC LIMIT ${pageSize + 1}) found
    JOIN accounts c ON c.id = found.student_id
    JOIN challenge_versions v ON v.hash = found.version_hash
    LEFT JOIN plan_comments o ON o.attempt_id = found.attempt_id AND o.round = found.round
      AND o.mentor_id = ${call.actorId}
    ORDER BY found.opened_at DESC, found.id DESC`)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return { plans: await allOf(shown, (row) => planOf(call, row)), next }
}

async function planOf(call: Call, row: Row) {
  const place = { attemptId: row.attempt_id, round: row.round }
  const mentorId = call.actorId
  const own =
    row.comment === null || row.comment_at === null
      ? []
      : [{ mentorId, words: row.comment, at: new Date(row.comment_at) }]
  const [comment = null] = await openComments(call, place, own)
  return {
    id: row.id,
    name: await openName(call, row.student_id, row.name, ''),
    challengeTitle: row.title,
    round: row.round,
    openedAt: new Date(row.opened_at),
    lines: await openLines(call, place, JSON.parse(row.lines)),
    comment,
  }
}

/** A plan that the caller may write a remark about; undefined for anybody else's student. */
export async function findCoachedPlan(call: Call, { planId = '' }: Record<string, string>) {
  const [row] = await call.db.all<Pick<Row, 'id' | 'attempt_id' | 'round' | 'student_id'>>(sql`
    SELECT r.id, r.attempt_id, r.round, a.student_id ${coachedPlans(call)} AND r.id = ${planId}`)
  return row && { attemptId: row.attempt_id, round: row.round, studentId: row.student_id }
}

export type CoachedPlan = NonNullable<Awaited<ReturnType<typeof findCoachedPlan>>>
