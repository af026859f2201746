import { and, eq, sql } from 'drizzle-orm'

import type { Acting, Call } from '../../foundation/call/call.ts'
import { cohorts } from '../tables.ts'

interface CohortRow {
  id: string
  name: string
  created_at: number
  members: number
}

export async function listCohorts(call: Call, { organizationId }: Acting) {
  const rows = await call.db.all<CohortRow>(sql`
    SELECT c.id, c.name, c.created_at, count(m.id) AS members FROM cohorts c
    LEFT JOIN cohort_members cm ON cm.cohort_id = c.id
    LEFT JOIN memberships m ON m.id = cm.membership_id AND m.ended_at IS NULL
    WHERE c.organization_id = ${organizationId} GROUP BY c.id ORDER BY c.created_at LIMIT 100`)
  return rows.map(({ id, name, created_at, members }) => {
    return { id, name, createdAt: new Date(created_at), members }
  })
}

export function findOwnCohort(call: Call, cohortId: string) {
  const own = and(
    eq(cohorts.id, cohortId),
    eq(cohorts.organizationId, call.acting?.organizationId ?? ''),
  )
  return call.db.select().from(cohorts).where(own).get()
}
