type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha over units, each a list of ratings with null for a missing one. It does not
 * depend on who rated, so the order within a unit is free. Null if all ratings are the same.
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
 */
export function alpha(
  units: readonly (readonly (number | null)[])[],
  metric: Metric,
): number | null {
  const rated = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter(({ length }) => length >= 2)
  const values = [...new Set(rated.flat())].toSorted((one, other) => one - other)
  const count = (unit: readonly number[], value: number) =>
    unit.filter((each) => each === value).length
  /** Pairs of values within a unit, each unit with the weight of its ratings. */
  const coincidences = values.map((one) =>
    values.map((other) =>
      rated.reduce((total, unit) => {
        const pairs = count(unit, one) * (count(unit, other) - (one === other ? 1 : 0))
        return total + pairs / (unit.length - 1)
      }, 0),
    ),
  )
  const totals = coincidences.map((row) => row.reduce((total, each) => total + each, 0))
  const all = totals.reduce((total, each) => total + each, 0)
  const apart = differences(values, totals)[metric]

  let observed = 0
  let expected = 0
  for (const [i, row] of coincidences.entries()) {
    for (const [j, pairs] of row.entries()) {
      observed += pairs * apart(i, j)
      expected += (totals[i] ?? 0) * (totals[j] ?? 0) * apart(i, j)
    }
  }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected
}

/** Squared differences of the values at two places of the sorted list. */
function differences(values: readonly number[], totals: readonly number[]) {
  const value = (at: number) => values[at] ?? 0
  const total = (at: number) => totals[at] ?? 0
  return {
    nominal: (i, j) => (i === j ? 0 : 1),
    ordinal(i, j) {
      const [from, to] = i < j ? [i, j] : [j, i]
      const between = totals.slice(from, to + 1).reduce((sum, each) => sum + each, 0)
      return (between - (total(i) + total(j)) / 2) ** 2
    },
    interval: (i, j) => (value(i) - value(j)) ** 2,
    ratio(i, j) {
      const sum = value(i) + value(j)
      return sum === 0 ? 0 : ((value(i) - value(j)) / sum) ** 2
    },
  } satisfies Record<Metric, (i: number, j: number) => number>
}
