/** What is shown of a number of people: itself, or null for `<5`. */
export type Shown = number | null

const smallest = 5

/**
 * Hides counts of people under 5. Where the parts of a known whole stand side by side, one hidden part
 * could be had by subtraction, so the smallest of the others is hidden with it.
 */
export function hideSmall(parts: readonly number[]): Shown[] {
  const shown: Shown[] = parts.map((n) => (n < smallest ? null : n))
  if (shown.filter((n) => n === null).length !== 1) return shown
  const rest = parts.filter((n) => n >= smallest)
  const next = shown.indexOf(Math.min(...rest))
  return shown.map((n, index) => (index === next ? null : n))
}

/** One count that stands alone. */
export function shownCount(n: number): Shown {
  return n < smallest ? null : rounded(n)
}

/** To the nearest multiple of five, so that one person more or less mostly changes nothing. */
export function rounded(n: Shown): Shown {
  return n === null ? null : smallest * Math.round(n / smallest)
}
