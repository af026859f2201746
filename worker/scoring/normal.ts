/** log √(2π) */
const logRootTwoPi = 0.9189385332046727

/**
 * Φ, the share of a standard normal below `x`; exact to about 1e-15.
 * G. Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11(4), 2004.
 */
export function normalShareBelow(x: number): number {
  // Past 8 the series no longer fits a double, and what is left is under 1e-15.
  if (x < -8) return 0
  if (x > 8) return 1

  let sum = x
  let before = 0
  let term = x
  for (let odd = 3; sum !== before; odd += 2) {
    before = sum
    term *= (x * x) / odd
    sum += term
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - logRootTwoPi)
}
