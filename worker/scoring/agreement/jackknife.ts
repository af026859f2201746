/**
 * The standard error of a measure over units: how much it moves when each unit is left out in turn.
 * A left-out set for which the measure is undefined is skipped. Null with fewer than two sets.
 */
export function jackknifeError<Unit>(
  units: readonly Unit[],
  measure: (units: readonly Unit[]) => number | null,
): number | null {
  const values = units
    .map((_, left) => measure(units.filter((_unit, at) => at !== left)))
    .filter((value) => value !== null)
  const n = values.length
  if (n < 2) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(((n - 1) / n) * squares)
}
