import { oneWay, type Sums } from '../agreement/one-way.ts'
import { pilotPrior, type Prior } from '../estimate/estimate.ts'

/**
 * How many submissions the assumption of `pilotPrior` counts as. With fewer real ones it has more
 * weight than they have.
 */
const assumed = 20

/** Limits, because a group of strong or weak students must not decide about one person. */
const mean = { least: 2.25, most: 2.75 }
const variance = { least: 0.5, most: 1 }

/**
 * What is known of a criterion before anybody has judged an answer, from the peers' ratings of the
 * round-1 submissions with at least two of them (model m1): the mean and the variance of the true
 * values, shrunk towards `pilotPrior`.
 */
export function priorFrom(sums: Sums): Prior {
  const found = oneWay(sums)
  if (!found) return pilotPrior
  const { msb, msw, k0 } = found
  const n = sums.groups
  const shrunk = (raw: number, usual: number) => (n * raw + assumed * usual) / (n + assumed)
  return {
    mean: within(mean, shrunk(sums.means / n, pilotPrior.mean)),
    variance: within(variance, shrunk(Math.max(0, (msb - msw) / k0), pilotPrior.variance)),
  }
}

function within({ least, most }: { least: number; most: number }, value: number): number {
  return Math.min(most, Math.max(least, value))
}

/** People change between two rounds, so the last estimate is less sure of the new answer. */
const changeBetweenRounds = 0.5

/** What is known of a criterion before a later round, from its last estimate. */
export function priorAfter({ mean: last, variance: spread }: Prior): Prior {
  return { mean: last, variance: spread + changeBetweenRounds }
}
