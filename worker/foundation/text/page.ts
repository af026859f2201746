import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { uuid } from './input.ts'

/** The cursor of a paged list: the id of the last row of the page before. */
export const PageQuery = v.strictObject({ after: v.optional(uuid) })
export type PageQuery = v.InferOutput<typeof PageQuery>

/**
 * The cursor condition of a paged list, empty on the first page. `condition` compares the columns
 * of the list's order, as a row value, with those of the row `after`, selected as
 * `+created_at, +id`. With the plus a column has no affinity, and only then does SQLite seek by all
 * the columns. Without it SQLite reads the index from the first row with that `created_at`.
 */
export function behind({ after }: PageQuery, condition: (after: string) => SQL): SQL {
  return after === undefined ? sql`` : sql`AND ${condition(after)}`
}

/**
 * Splits rows, read with a limit of `size` + 1, into a page and the cursor of the next page, which
 * is null on the last page.
 */
export function pageOf<Row>(rows: readonly Row[], size: number, idOf: (row: Row) => string) {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { shown, next: rows.length > size && last !== undefined ? idOf(last) : null }
}
