import { type SQL, sql } from 'drizzle-orm'

/** `IN` a list of any length, as one bound value. */
export function oneOf(values: readonly string[]): SQL {
  return sql`IN (SELECT value FROM json_each(${JSON.stringify(values)}))`
}
