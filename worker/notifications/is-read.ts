import { type SQL, sql } from 'drizzle-orm'

interface Subject {
  accountId: SQL
  id: SQL
  version: SQL
}

/**
 * SQL: 1 where this account has read this version of a thing, or a later one. Columns come with the name of
 * their table: a bare `version` would be the one of `read_versions`.
 */
export function isRead({ accountId, id, version }: Subject): SQL<number> {
  return sql<number>`EXISTS (SELECT 1 FROM read_versions rv WHERE rv.account_id = ${accountId}
    AND rv.subject_id = ${id} AND rv.version >= ${version})`
}
