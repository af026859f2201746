import { wordsOf } from '../../attempts/submission/words.ts'
import { levels, proposedLevel, type RubricCriterion, signsAt } from '../../skills/rubric.ts'

const shortestReason = 40

export interface GivenRating {
  criterion: string
  level: number | null
  indicators: readonly string[]
  reason: string
  aboveSigns?: string | undefined
}

export interface GivenReview {
  ratings: readonly GivenRating[]
  worked: string
  tryNext: string
}

export interface Gap {
  field: 'criterion' | 'level' | 'indicators' | 'reason' | 'aboveSigns' | 'worked' | 'tryNext'
  /** Absent for `worked` and `tryNext`, which are about the whole answer. */
  criterion?: string
}

/** The first thing a review lacks, in the order of the form; undefined when it can be handed in. */
export function gapIn(review: GivenReview, open: readonly RubricCriterion[]): Gap | undefined {
  const asked = open.map(({ competency }) => competency)
  const unasked = review.ratings.find(({ criterion }) => !asked.includes(criterion))
  if (unasked) return { field: 'criterion', criterion: unasked.criterion }
  for (const criterion of open) {
    const rating = review.ratings.find((each) => each.criterion === criterion.competency)
    const field = gapInRating(rating, criterion)
    if (field) return { field, criterion: criterion.competency }
  }
  if (isTooShort(review.worked)) return { field: 'worked' }
  if (isTooShort(review.tryNext)) return { field: 'tryNext' }
  return undefined
}

/** The first criterion without a level, or with a sign that it does not have. */
export function levelGapIn(
  ratings: readonly Omit<GivenRating, 'reason'>[],
  open: readonly RubricCriterion[],
): Gap | undefined {
  const complete = 'x'.repeat(shortestReason)
  const comments = { worked: complete, tryNext: complete }
  const given = ratings.map((rating) => ({ ...rating, reason: complete, aboveSigns: complete }))
  return gapIn({ ratings: given, ...comments }, open)
}

function gapInRating(rating: GivenRating | undefined, criterion: RubricCriterion) {
  if (!rating || rating.level === null) return 'level'
  if (!rating.indicators.every((id) => isIndicatorOf(criterion, id))) return 'indicators'
  if (isTooShort(rating.reason)) return 'reason'
  return isAboveSigns(rating, criterion) && isTooShort(rating.aboveSigns ?? '')
    ? 'aboveSigns'
    : undefined
}

/** Whether the level is higher than the one that `proposedLevel` gives for the ticks. */
export function isAboveSigns(
  { level, indicators }: Pick<GivenRating, 'level' | 'indicators'>,
  criterion: Pick<RubricCriterion, 'levels'>,
): boolean {
  return level !== null && level > proposedLevel(criterion, indicators)
}

function isIndicatorOf(criterion: RubricCriterion, id: string): boolean {
  return levels.some((level) => signsAt(criterion, level).some((sign) => sign.id === id))
}

function isTooShort(text: string): boolean {
  return text.trim().length < shortestReason
}

/** The second of two criteria with the same reason: each criterion needs its own. */
export function alikeReasonIn(ratings: readonly GivenRating[]): string | undefined {
  const seen = new Set<string>()
  return ratings.find(({ reason }) => {
    const plain = reason
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    return seen.size === seen.add(plain).size
  })?.criterion
}

export function wordsIn(texts: Iterable<string>): number {
  return [...texts].reduce((sum, text) => sum + wordsOf(text).length, 0)
}
