import { minimumCount } from '../../reviews/queue/quota.ts'
import { normalShareBelow } from './normal.ts'

/** Stored with every estimate, to tell it from estimates by later models. */
export const model = 'm1'

/** Level 3, proficient, begins here on the continuous scale of the true value. */
const cut = 2.5
const proficientFrom = 0.85
const notYetUpTo = 0.2

export interface Prior {
  mean: number
  variance: number
}

/**
 * For a challenge in pilot. With a variance of 0.5, level 3 from two new peers and a new mentor
 * would not be enough for a badge.
 */
export const pilotPrior: Prior = { mean: cut, variance: 0.7 }

export { unprovenVariance } from '../../reviews/queue/preferred.ts'

/** One reviewer's level for one criterion (y), and the reviewer's shift (b) and variance (v). */
export interface Rating {
  level: number
  shift: number
  variance: number
  mentor: boolean
  /** The reviewer's levels say nothing about the answers, so the rating is not used or counted. */
  setAside: boolean
}

export type CriterionState = 'proficient' | 'not-yet' | 'needs-more'

export interface Estimate {
  mean: number
  variance: number
  standardError: number
  /** How likely the true value lies at level 3 or above. */
  probability: number
  count: number
  state: CriterionState
}

/**
 * The score of one criterion: the mean of the prior and all usable ratings, weighted by precision
 * (model m1 of the method page: y = θ + b + e, e ~ N(0, v)). The same numbers in the same order
 * give the same bits.
 */
export function estimateOf(prior: Prior, ratings: readonly Rating[]): Estimate {
  const usable = ratings.filter((rating) => !rating.setAside)

  let precision = 1 / prior.variance
  let weighted = prior.mean / prior.variance
  for (const { level, shift, variance } of usable) {
    precision += 1 / variance
    weighted += (level - shift) / variance
  }

  const mean = weighted / precision
  const standardError = 1 / Math.sqrt(precision)
  const probability = normalShareBelow((mean - cut) / standardError)
  const count = countOf(usable)
  return {
    mean,
    variance: 1 / precision,
    standardError,
    probability,
    count,
    state: stateOf(count, probability),
  }
}

/**
 * How many reviews these ratings count as: a mentor as two, a peer as one, and a peer much noisier
 * than a new one (v 1) as none.
 */
function countOf(usable: readonly Rating[]): number {
  return usable.reduce((count, { mentor, variance }) => count + weightOf(mentor, variance), 0)
}

function weightOf(mentor: boolean, variance: number): number {
  if (mentor) return 2
  return variance <= 1.25 ? 1 : 0
}

/**
 * The state of a criterion. Compares without rounding: a probability that only rounds to 0.85 is
 * not enough.
 */
function stateOf(count: number, probability: number): CriterionState {
  if (count < minimumCount) return 'needs-more'
  if (probability >= proficientFrom) return 'proficient'
  if (probability <= notYetUpTo) return 'not-yet'
  return 'needs-more'
}

const provenVariance = 0.5

/**
 * How many more reviewers, all proven (v 0.5) and all giving level 3, would make this criterion
 * proficient: 1 to 5, or undefined if even five would not.
 */
export function threesUntilProficient(
  prior: Prior,
  ratings: readonly Rating[],
): number | undefined {
  const three = { level: 3, shift: 0, variance: provenVariance, mentor: false, setAside: false }
  return [1, 2, 3, 4, 5].find((more) => {
    const later = [...ratings, ...Array.from({ length: more }, () => three)]
    return estimateOf(prior, later).state === 'proficient'
  })
}
