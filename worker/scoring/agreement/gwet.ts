/**
 * Gwet's AC over units, each a list of ratings with null for a missing one: AC2 with quadratic
 * weights, or AC1 if `weighted` is false. It stays meaningful when nearly all ratings are the same
 * level. Null if no unit has two ratings, or if there is only one possible value.
 * K. Gwet, Handbook of Inter-Rater Reliability, 2014.
 */
export function gwet(
  units: readonly (readonly (number | null)[])[],
  values: readonly number[],
  weighted = true,
): number | null {
  const q = values.length
  if (q < 2) return null
  const weight = (k: number, l: number) => {
    if (!weighted) return k === l ? 1 : 0
    return 1 - ((k - l) / (q - 1)) ** 2
  }
  /** How many reviewers of each unit gave each value. */
  const counts = units
    .map((unit) => values.map((value) => unit.filter((each) => each === value).length))
    .filter((row) => sum(row) > 0)
  const judgedTwice = counts.filter((row) => sum(row) >= 2)
  if (judgedTwice.length === 0) return null

  const observed = mean(
    judgedTwice.map((row) => {
      const ratings = sum(row)
      const pairs = row.map((count, k) => {
        const alike = sum(row.map((other, l) => weight(k, l) * other))
        return count * (alike - 1)
      })
      return sum(pairs) / (ratings * (ratings - 1))
    }),
  )
  const shares = values.map((_, k) => mean(counts.map((row) => (row[k] ?? 0) / sum(row))))
  const weights = sum(values.map((_, k) => sum(values.map((_value, l) => weight(k, l)))))
  const chance = (weights / (q * (q - 1))) * sum(shares.map((share) => share * (1 - share)))
  return chance === 1 ? null : (observed - chance) / (1 - chance)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length
