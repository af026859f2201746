/**
 * A table whose rows are deleted after a term. It starts at the moment that `old` compares with ?1,
 * which is now minus the term.
 */
export type Term = ({ days: number } | { months: number }) & {
  /** The columns of its primary key. */
  key: string
  /** The condition for rows to delete. The first column it compares has an index. */
  old: string
  /** The order of that index: the oldest rows are deleted first. */
  by: string
  /**
   * Tables whose rows are deleted with a row of this one, in this order. Their column `of` has its
   * key.
   */
  parts?: { of: string; tables: readonly string[] }
}

/** A table whose rows are deleted with a row of another table. */
export interface Part {
  endsWith: string
}

/** A table whose rows have no term, and why. */
export interface Retained {
  retained: string
}
