/** How much it counts that one rater says category `i` and the other `j`; 0 if they agree. */
export type Disagreement = (i: number, j: number) => number

export const unweighted: Disagreement = (i, j) => (i === j ? 0 : 1)
export const linear: Disagreement = (i, j) => Math.abs(i - j)
/** Being off by two levels counts four times as much as by one. */
export const quadratic: Disagreement = (i, j) => (i - j) ** 2

/**
 * Weighted kappa, the agreement of two raters beyond chance, from the table of how often one said
 * `row` and the other `column`. Null if chance alone would give full agreement, as when both always
 * say the same level. J. Cohen, Weighted kappa, Psychological Bulletin 70, 1968.
 */
export function kappa(
  table: readonly (readonly number[])[],
  weight: Disagreement = quadratic,
): number | null {
  const rows = table.map((row) => sum(row))
  const columns = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)))
  const all = sum(rows)
  let observed = 0
  let expected = 0
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      observed += weight(i, j) * count
      expected += (weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0)) / all
    }
  }
  return expected === 0 || Number.isNaN(expected) ? null : 1 - observed / expected
}

/** The table of `kappa` for pairs of levels, 1 to 4. */
export function tableOf(pairs: readonly (readonly [number, number])[]): number[][] {
  const count = (row: number, column: number) =>
    pairs.filter(([one, other]) => one === row && other === column).length
  const levels = [1, 2, 3, 4]
  return levels.map((row) => levels.map((column) => count(row, column)))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
