import { redact } from '../../foundation/redactor/redact.ts'
import type { RubricCriterion } from '../../skills/rubric.ts'
import { threesUntilProficient } from '../estimate/estimate.ts'
import type { GivenReview, StoredEstimate } from './given.ts'
import { indicatorsMet, type Ticks } from './indicators-met.ts'
import { type EstimateInput, ratingsOf } from '../estimate/inputs.ts'
import { levelReached } from './level-reached.ts'
import { signsOf } from './signs.ts'

/** The ticks of one review. */
interface Ticked {
  id: string
  ratings: readonly { criterion: string; indicators: string[] }[]
}

/**
 * The two comments of each review. Sorted by the reviews' random ids: the order never changes, and
 * does not show who came first or who is a mentor.
 */
export function commentsOf(reviews: readonly GivenReview[], hide: Hide) {
  return inRandomOrder(reviews).map(({ worked, tryNext, reviewer }) => ({
    worked: hide(worked, reviewer),
    tryNext: hide(tryNext, reviewer),
  }))
}

/** Redacts what would identify the reviewer or the author. */
export type Hide = (words: string, reviewer: GivenReview['reviewer']) => string

/**
 * `programmes` are the names of the author's programmes. `language` is that of the challenge, in
 * which answers and comments are written.
 */
export function hiding(programmes: readonly string[], language: string): Hide {
  return (words, reviewer) =>
    redact(words, reviewer.name, [...programmes, ...reviewer.programmes], language).text
}

/**
 * One criterion of a closed round, without any single reviewer's level. `reviews` are those of all
 * rounds so far.
 */
export function criterionResult(
  criterion: RubricCriterion,
  estimate: StoredEstimate,
  reviews: readonly GivenReview[],
  hide: Hide,
) {
  const { competency, name, description } = criterion
  const { state, mean, variance, inputs, round, handedInAt } = estimate
  const rated = reviews.filter(({ submissionId }) => submissionId === estimate.submissionId)
  const level = levelReached(state, mean)
  const met = indicatorsMet(ticksOf(competency, inputs, rated))
  return {
    competency,
    name,
    description,
    state,
    level,
    words: criterion.levels[level].words,
    /** To a tenth: with finer figures an author could work out what each reviewer gave. */
    mean: tenths(mean),
    standardError: tenths(Math.sqrt(variance)),
    ...signsOf(criterion, met, level, state === 'proficient'),
    /**
     * How many more level 3s, from reviewers with a variance of 0.5, would make it proficient; null
     * if over five.
     */
    threesNeeded: state === 'proficient' ? 0 : (threesNeeded(estimate) ?? null),
    reasons: reasonsFor(competency, rated, hide),
    /** The round that this is from, and when its answers were handed in. */
    round,
    handedInAt: handedInAt.toISOString(),
  }
}

export type CriterionResult = ReturnType<typeof criterionResult>

/** The one thing to do next: the first missing sign of the weakest criterion. */
export function nextStepOf(criteria: readonly CriterionResult[]) {
  const weakest = criteria
    .filter(({ state }) => state !== 'proficient')
    .reduce<CriterionResult | undefined>(
      (low, each) => (low && low.mean <= each.mean ? low : each),
      undefined,
    )
  if (!weakest) return null
  const { competency, name, missing } = weakest
  return { competency, name, indicator: missing[0]?.words ?? null }
}

/**
 * The reasons that reviewers gave for a criterion. Sorted by text, because in the order of the
 * comments a reader could see which reasons come from the same reviewer.
 */
function reasonsFor(criterion: string, reviews: readonly GivenReview[], hide: Hide) {
  const reasons = reviews.flatMap(({ ratings, reviewer }) =>
    ratings
      .filter((rating) => rating.criterion === criterion)
      .flatMap(({ reason, aboveSigns }) => [reason, aboveSigns].filter((text) => text !== ''))
      .map((text) => hide(text, reviewer)),
  )
  return reasons.toSorted()
}

/** The ticks of the reviews that the estimate used. Ignores those of reviews that came later. */
export function ticksOf(
  criterion: string,
  inputs: readonly EstimateInput[],
  reviews: readonly Ticked[],
) {
  return inputs
    .filter(({ setAside }) => !setAside)
    .map(({ review, v }): Ticks => {
      const given = reviews.find(({ id }) => id === review)
      const rating = given?.ratings.find((each) => each.criterion === criterion)
      return { indicators: rating?.indicators ?? [], variance: v }
    })
}

function threesNeeded({ priorMean, priorVariance, inputs }: StoredEstimate): number | undefined {
  return threesUntilProficient({ mean: priorMean, variance: priorVariance }, ratingsOf(inputs))
}

function inRandomOrder(reviews: readonly GivenReview[]): GivenReview[] {
  return reviews.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

export const tenths = (value: number) => Math.round(value * 10) / 10
