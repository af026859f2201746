import { type SQL, sql } from 'drizzle-orm'

/**
 * SQL: whether a peer's levels say nothing about the answers, so that scoring uses none of them.
 * Their comments still go out. Mentors are never set aside.
 */
export function isSetAside(accountId: SQL): SQL<number> {
  return sql<number>`EXISTS (SELECT 1 FROM reviewer_records
    WHERE account_id = ${accountId} AND role = 'peer' AND set_aside = 1)`
}
