import { type SQL, sql } from 'drizzle-orm'

/**
 * SQL: the programme and all that share reviewers with it or have done so, as a subquery with one
 * column, id.
 */
export function everSharedWith(organizationId: SQL): SQL {
  return sql`(SELECT id FROM organizations WHERE id = ${organizationId}
    UNION SELECT asked_organization_id FROM reviewer_sharings
      WHERE asking_organization_id = ${organizationId} AND answer = 'accepted'
    UNION SELECT asking_organization_id FROM reviewer_sharings
      WHERE asked_organization_id = ${organizationId} AND answer = 'accepted')`
}
