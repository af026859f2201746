/** Rows that are sealed or opened one by one: all at once, answered in their order. */
export function allOf<Row, Answer>(
  rows: readonly Row[],
  make: (row: Row, index: number) => Promise<Answer>,
): Promise<Answer[]> {
  return Promise.all(rows.map((row, index) => make(row, index)))
}
