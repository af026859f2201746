/** A table whose rows end so long after the moment in `old`, where ?1 is that moment of a row that ends now. */
export type Term = ({ days: number } | { months: number }) & {
  /** The columns of its primary key. */
  key: string
  /** Which rows end. The first column it compares has an index. */
  old: string
  /** What that index is ordered by: the oldest rows go first. */
  by: string
  /** Tables whose rows go with a row of this one, found by a column with its key. In this order. */
  parts?: { of: string; tables: readonly string[] }
}

/** A table whose rows go with a row of another. */
export interface Part {
  endsWith: string
}

/** A table that the clock deletes nothing of, and why. */
export interface Retained {
  retained: string
}
