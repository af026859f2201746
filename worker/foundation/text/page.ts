import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { uuid } from './input.ts'

/** Where a page of a long list begins: behind the row with this id, the last one of the page before. */
export const PageQuery = v.strictObject({ after: v.optional(uuid) })
export type PageQuery = v.InferOutput<typeof PageQuery>

/**
 * A condition on a list's order, as a row of columns; nothing on the first page. Of the row to go on
 * behind it selects `+created_at, +id`: with the plus a column has no type, and only then does SQLite
 * seek by all of them. Without it the index is walked from the first row with that `created_at` on.
 */
export function behind({ after }: PageQuery, condition: (after: string) => SQL): SQL {
  return after === undefined ? sql`` : sql`AND ${condition(after)}`
}

/** Of rows that were read with one more than a page holds: the page, and where the next one begins. */
export function pageOf<Row>(rows: readonly Row[], size: number, idOf: (row: Row) => string) {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { shown, next: rows.length > size && last !== undefined ? idOf(last) : null }
}
