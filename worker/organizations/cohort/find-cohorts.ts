import { and, eq, sql } from 'drizzle-orm'

import type { Acting, Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { cohorts } from '../tables.ts'

interface CohortRow {
  id: string
  name: string
  created_at: number
  members: number
}

const pageSize = 100

/** The organization's cohorts, the oldest first. */
export async function listCohorts(call: Call, { organizationId }: Acting, query: PageQuery) {
  const rows = await call.db.all<CohortRow>(sql`
    SELECT c.id, c.name, c.created_at, count(m.id) AS members FROM cohorts c
    LEFT JOIN cohort_members cm ON cm.cohort_id = c.id
    LEFT JOIN memberships m ON m.id = cm.membership_id AND m.ended_at IS NULL
    WHERE c.organization_id = ${organizationId}
      ${behind(
        query,
        (after) => sql`(c.created_at, c.id) > (
        SELECT +created_at, +id FROM cohorts WHERE id = ${after} AND organization_id = ${organizationId})`,
      )}
    GROUP BY c.created_at, c.id ORDER BY c.created_at, c.id LIMIT ${pageSize + 1}`)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  const listed = shown.map(({ id, name, created_at, members }) => {
    return { id, name, createdAt: new Date(created_at), members }
  })
  return { cohorts: listed, next }
}

export function findOwnCohort(call: Call, cohortId: string) {
  const own = and(
    eq(cohorts.id, cohortId),
    eq(cohorts.organizationId, call.acting?.organizationId ?? ''),
  )
  return call.db.select().from(cohorts).where(own).get()
}
