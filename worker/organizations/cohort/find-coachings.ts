import { and, asc, eq, isNull, sql } from 'drizzle-orm'

import type { Acting, Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { coachings } from '../tables.ts'

const pageSize = 500

/** Who coaches whom, the oldest first. */
export async function listCoachings(call: Call, { organizationId }: Acting, query: PageQuery) {
  const live = and(eq(coachings.organizationId, organizationId), isNull(coachings.endedAt))
  const rows = await call.db
    .select({
      id: coachings.id,
      mentorId: coachings.mentorId,
      studentId: coachings.studentId,
      createdAt: coachings.createdAt,
    })
    .from(coachings)
    .where(
      sql`${live} ${behind(
        query,
        (after) => sql`(created_at, id) > (
      SELECT +created_at, +id FROM coachings WHERE id = ${after} AND organization_id = ${organizationId})`,
      )}`,
    )
    .orderBy(asc(coachings.createdAt), asc(coachings.id))
    .limit(pageSize + 1)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return { coachings: shown, next }
}

export function findOwnCoaching(call: Call, coachingId: string) {
  const own = and(
    eq(coachings.id, coachingId),
    eq(coachings.organizationId, call.acting?.organizationId ?? ''),
    isNull(coachings.endedAt),
  )
  return call.db.select().from(coachings).where(own).get()
}
