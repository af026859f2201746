/** A number of people as shown; null is hidden: under five, or a part that `hideSmall` hides too. */
export type Shown = number | null

const smallest = 5

/**
 * Hides counts under 5. If only one part of a known total is hidden, it could be found by
 * subtraction, so the smallest of the others is also hidden.
 */
export function hideSmall(parts: readonly number[]): Shown[] {
  const shown: Shown[] = parts.map((n) => (n < smallest ? null : n))
  if (shown.filter((n) => n === null).length !== 1) return shown
  const rest = parts.filter((n) => n >= smallest)
  const next = shown.indexOf(Math.min(...rest))
  return shown.map((n, index) => (index === next ? null : n))
}

/** A single count that is not part of a total. */
export function shownCount(n: number): Shown {
  return n < smallest ? null : rounded(n)
}

/** Rounds to the nearest multiple of five, so that one person rarely changes the figure. */
export function rounded(n: Shown): Shown {
  return n === null ? null : smallest * Math.round(n / smallest)
}
