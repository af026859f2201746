import { type SQL, sql } from 'drizzle-orm'

/**
 * SQL: the pool of a programme. Two programmes that share reviewers have the same pool; the pool of
 * any other programme has the programme's own id.
 */
export function poolOf(organizationId: SQL): SQL<string> {
  return sql<string>`coalesce((SELECT sharing.pool_id FROM organizations sharing
    WHERE sharing.id = ${organizationId}), ${organizationId})`
}

/** SQL: the programmes of a pool, as a subquery with one column, id. */
export function programmesIn(pool: SQL | string): SQL {
  // Each half is a seek. A programme may be in it twice.
  return sql`(SELECT own.id FROM organizations own WHERE own.id = ${pool}
    UNION ALL SELECT shared.id FROM organizations shared WHERE shared.pool_id = ${pool})`
}

/** SQL: whether anybody can join one of the programmes of a pool. */
export function isOpenPool(pool: SQL | string): SQL<number> {
  return sql<number>`EXISTS (SELECT 1 FROM organizations opened
    WHERE opened.open = 1 AND ${pool} IN (opened.id, opened.pool_id))`
}

/** SQL: the programme that shares reviewers with this one; NULL if none does. */
export function partnerOf(organizationId: SQL): SQL<string | null> {
  return sql<string | null>`(SELECT partner.id FROM organizations sharing
    CROSS JOIN organizations partner ON partner.pool_id = sharing.pool_id AND partner.id <> sharing.id
    WHERE sharing.id = ${organizationId})`
}
