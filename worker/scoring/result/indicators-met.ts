/** One reviewer's ticks for a criterion, and the reviewer's variance (v of the estimate). */
export interface Ticks {
  indicators: readonly string[]
  variance: number
}

/** The indicators seen by more than half of the reviewers, weighed by 1/v as in the estimate. */
export function indicatorsMet(ticks: readonly Ticks[]): ReadonlySet<string> {
  const all = ticks.reduce((sum, { variance }) => sum + 1 / variance, 0)
  const seen = new Map<string, number>()
  for (const { indicators, variance } of ticks) {
    for (const id of indicators) seen.set(id, (seen.get(id) ?? 0) + 1 / variance)
  }
  const met = Array.from(seen).filter(([, weight]) => weight / all > 0.5)
  return new Set(met.map(([id]) => id))
}
