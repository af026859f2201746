/**
 * A table whose rows are deleted after a term. The term of a row starts at the time that `old`
 * compares with ?1; ?1 is now minus the term.
 */
export type Term = Length & {
  /** The columns of its primary key. */
  key: string
  /** SQL condition for the rows to delete. */
  old: string
  /** SQL order of deletion: the oldest rows first. An index of the table has this order. */
  by: string
  /**
   * Tables whose rows are deleted with a row of this table, in this order. Their column `of` holds
   * the key of that row.
   */
  parts?: { of: string; tables: readonly string[] }
}

export type Length = { days: number } | { months: number }

/** A table whose rows are deleted with a row of another table. */
export interface Part {
  endsWith: string
}

/** A table whose rows have no term, and why. */
export interface Retained {
  retained: string
  /**
   * An account that nobody uses, that nobody can find and that has no badge, ends after this time
   * too. Its person is told twice before: `worker/insights/idle/find-idle.ts`.
   */
  idle?: { months: number; noticeMonths: readonly [first: number, second: number] }
}

/** A table has several terms if its rows end for several reasons. */
export type Retention = Term | readonly Term[] | Part | Retained

/** The terms of a table; none if its rows end with others or not at all. */
export function termsOf(retention: Retention | undefined): readonly Term[] {
  if (retention === undefined || 'retained' in retention || 'endsWith' in retention) return []
  return 'old' in retention ? [retention] : retention
}
