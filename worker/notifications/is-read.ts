import { type SQL, sql } from 'drizzle-orm'

interface Subject {
  accountId: SQL
  id: SQL
  version: SQL
}

/**
 * SQL that is 1 if the account has read this version of a subject, or a later one. Pass columns
 * with their table's name: a bare `version` would be the column of `read_versions`.
 */
export function isRead({ accountId, id, version }: Subject): SQL<number> {
  return sql<number>`EXISTS (SELECT 1 FROM read_versions rv WHERE rv.account_id = ${accountId}
    AND rv.subject_id = ${id} AND rv.version >= ${version})`
}
