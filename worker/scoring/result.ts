import { redact } from '../foundation/redactor/redact.ts'
import type { RubricCriterion } from '../skills/rubric.ts'
import { type CriterionState, threesUntilProficient } from './estimate.ts'
import { indicatorsMet, type Ticks } from './indicators-met.ts'
import { type EstimateInput, ratingsOf } from './inputs.ts'
import { levelReached } from './level-reached.ts'
import { signsOf } from './signs.ts'

/** The latest estimate of a criterion, as it is stored. */
export interface StoredEstimate {
  criterion: string
  state: CriterionState
  mean: number
  variance: number
  priorMean: number
  priorVariance: number
  inputs: EstimateInput[]
}

/** A review that the author may read. */
export interface GivenReview {
  id: string
  /** The reviewer's name and programmes, which are hidden. */
  reviewer: { name: string; programmes: string[] }
  worked: string
  tryNext: string
  ratings: {
    criterion: string
    indicators: string[]
    reason: string
    /** Why the level is above the one that the ticks give; empty if it is not above. */
    aboveSigns: string
  }[]
}

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

/** One criterion of a closed round, without any single reviewer's level. */
export function criterionResult(
  criterion: RubricCriterion,
  estimate: StoredEstimate,
  reviews: readonly GivenReview[],
  hide: Hide,
) {
  const { competency, name, description } = criterion
  const { state, mean, variance, inputs } = estimate
  const level = levelReached(state, mean)
  const met = indicatorsMet(ticksOf(competency, inputs, reviews))
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
    /** How many more level 3s from proven reviewers would make it proficient; null if over five. */
    threesNeeded: state === 'proficient' ? 0 : (threesNeeded(estimate) ?? null),
    reasons: reasonsFor(competency, reviews, hide),
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
