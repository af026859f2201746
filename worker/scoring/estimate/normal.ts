/** log √(2π) */
const logRootTwoPi = 0.9189385332046727

/**
 * Φ, the share of a standard normal below `x`; exact to about 1e-15. Uses only arithmetic that every
 * engine does alike to the last bit, so that an estimate can be worked out again anywhere.
 * G. Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11(4), 2004.
 */
export function normalShareBelow(x: number): number {
  // Past 8 the result differs from 0 or 1 by less than 1e-15.
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
  const share = 0.5 + sum * exponential(-0.5 * x * x - logRootTwoPi)
  // Near 8 the last bits can lie outside.
  return Math.min(1, Math.max(0, share))
}

/** ln 2 in two parts: whole multiples of the first are exact. */
const logTwo = { high: 0.693147180369123816, low: 1.9082149292705877e-10 }

/**
 * eˣ for x <= 0. Engines may give another last bit with `Math.exp`, and two versions of V8 do.
 * Reduces x by multiples of ln 2 and adds up the series of the rest.
 */
function exponential(x: number): number {
  const halvings = Math.round(-x / (logTwo.high + logTwo.low))
  const rest = x + halvings * logTwo.high + halvings * logTwo.low
  let sum = 1
  let before = 0
  let term = 1
  for (let n = 1; sum !== before; n++) {
    before = sum
    term *= rest / n
    sum += term
  }
  for (let done = 0; done < halvings; done++) sum /= 2
  return sum
}
