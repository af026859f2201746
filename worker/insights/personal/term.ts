/**
 * A table whose rows are deleted after a term. It starts at the moment that `old` compares with ?1,
 * which is now minus the term.
 */
export type Term = Length & {
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
