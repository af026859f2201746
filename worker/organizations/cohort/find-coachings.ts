import { and, eq, isNull, sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { coachings } from '../tables.ts'

interface CoachingRow {
  id: string
  mentor_id: string
  mentor: string | null
  student_id: string
  student: string | null
  created_at: number
}

/** Small, because two names are opened for each coaching. */
const pageSize = 50

/** Who coaches whom, with both names, the oldest coaching first. */
export async function listCoachings(call: Call, { organizationId }: Acting, query: PageQuery) {
  const rows = await call.db.all<CoachingRow>(sql`
    SELECT k.id, k.mentor_id, m.name AS mentor, k.student_id, s.name AS student, k.created_at
    FROM coachings k CROSS JOIN accounts m ON m.id = k.mentor_id CROSS JOIN accounts s ON s.id = k.student_id
    WHERE k.organization_id = ${organizationId} AND k.ended_at IS NULL
      AND m.disabled_at IS NULL AND s.disabled_at IS NULL ${behind(
        query,
        (after) => sql`(k.created_at, k.id) > (
      SELECT +created_at, +id FROM coachings WHERE id = ${after} AND organization_id = ${organizationId})`,
      )}
    ORDER BY k.created_at, k.id LIMIT ${pageSize + 1}`)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return { coachings: await allOf(shown, (row) => coachingView(call, row)), next }
}

async function coachingView(call: Call, row: CoachingRow) {
  const [mentor, student] = await Promise.all([
    openName(call, row.mentor_id, row.mentor, ''),
    openName(call, row.student_id, row.student, ''),
  ])
  return {
    id: row.id,
    mentorId: row.mentor_id,
    mentor,
    studentId: row.student_id,
    student,
    createdAt: new Date(row.created_at),
  }
}

export function findOwnCoaching(call: Call, coachingId: string) {
  const own = and(
    eq(coachings.id, coachingId),
    eq(coachings.organizationId, call.acting?.organizationId ?? ''),
    isNull(coachings.endedAt),
  )
  return call.db.select().from(coachings).where(own).get()
}
