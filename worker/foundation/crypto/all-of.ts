/** Seals or opens many rows at the same time. The answers are in the order of the rows. */
export function allOf<Row, Answer>(
  rows: readonly Row[],
  make: (row: Row, index: number) => Promise<Answer>,
): Promise<Answer[]> {
  return Promise.all(rows.map((row, index) => make(row, index)))
}
