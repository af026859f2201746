/**
 * Spearman's rank correlation of two lists of one length. Equal values share the mean of their
 * ranks. 0 if all values of a list are equal.
 */
export function spearman(xs: readonly number[], ys: readonly number[]): number {
  const [a, b] = [ranks(xs), ranks(ys)]
  const [meanA, meanB] = [mean(a), mean(b)]
  const product = sum(a.map((rank, at) => (rank - meanA) * ((b[at] ?? 0) - meanB)))
  const spread = Math.sqrt(
    sum(a.map((rank) => (rank - meanA) ** 2)) * sum(b.map((rank) => (rank - meanB) ** 2)),
  )
  return spread === 0 ? 0 : product / spread
}

function ranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => one - other)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length)
