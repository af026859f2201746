import { estimateOf, model, pilotPrior } from '../../worker/scoring/estimate/estimate.ts'
import { type EstimateInput, ratingsOf, readInputs } from '../../worker/scoring/estimate/inputs.ts'

/** A row of `estimates`, its frozen prior, and the ratings of its reviews as JSON. */
export interface StoredEstimate {
  submissionId: string
  criterion: string
  number: number
  model: string
  priorMean: number
  priorVariance: number
  inputs: string
  mean: number
  variance: number
  p: number
  count: number
  state: string
  frozenMean: number | null
  frozenVariance: number | null
  ratings: string
}

/**
 * Versions before migration 0053 used `Math.exp` for p, whose last bits depend on the engine. All
 * other figures must be the same bit for bit.
 */
const lastBits = 1e-14

interface Rated {
  review: string
  y: number
  mentor: 0 | 1
}

/** What is wrong with a stored estimate, in words; undefined if nothing is. */
export function differenceIn(stored: StoredEstimate): string | undefined {
  if (stored.model !== model) return `the model is ${stored.model}, not ${model}`
  const inputs = readInputs(stored.inputs)
  return priorDifference(stored) ?? ratingDifference(stored, inputs) ?? figures(stored, inputs)
}

function priorDifference(stored: StoredEstimate): string | undefined {
  const mean = stored.frozenMean ?? pilotPrior.mean
  const variance = stored.frozenVariance ?? pilotPrior.variance
  const { priorMean, priorVariance } = stored
  if (Object.is(mean, priorMean) && Object.is(variance, priorVariance)) return undefined
  return `its prior is ${priorMean}, ${priorVariance}; at hand-in it was ${mean}, ${variance}`
}

function ratingDifference(
  { ratings }: StoredEstimate,
  inputs: readonly EstimateInput[],
): string | undefined {
  const rated = new Map((JSON.parse(ratings) as Rated[]).map((each) => [each.review, each]))
  for (const { review, y, mentor } of inputs) {
    const found = rated.get(review)
    if (!found) return `review ${review} has no rating of it`
    if (found.y !== y) return `it used level ${y} of review ${review}, which gave ${found.y}`
    if ((found.mentor === 1) !== mentor) return `review ${review} has another role`
  }
  return undefined
}

function figures(stored: StoredEstimate, inputs: readonly EstimateInput[]): string | undefined {
  const prior = { mean: stored.priorMean, variance: stored.priorVariance }
  const again = estimateOf(prior, ratingsOf(inputs))
  const isSameP = Math.abs(stored.p - again.probability) <= lastBits
  const pairs = {
    mean: [stored.mean, again.mean],
    variance: [stored.variance, again.variance],
    p: isSameP ? [] : [stored.p, again.probability],
    count: [stored.count, again.count],
    state: [stored.state, again.state],
  }
  const different = Object.entries(pairs).find(([, [kept, now]]) => !Object.is(kept, now))
  if (!different) return undefined
  const [name, [kept, now]] = different
  return `${name} is ${kept}, and ${now} worked out again`
}
