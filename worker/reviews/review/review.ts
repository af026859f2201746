import { wordsOf } from '../../attempts/submission/words.ts'
import { levels, proposedLevel, type RubricCriterion, signsAt } from '../../skills/rubric.ts'

const shortestReason = 40

/** The rating of one criterion, without its texts. */
export interface RatedLevel {
  criterion: string
  level: number | null
  indicators: readonly string[]
}

export interface GivenRating extends RatedLevel {
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
  /** Not set for `worked` and `tryNext`, which are about the whole answer. */
  criterion?: string
}

/**
 * The first field of a review that is wrong or missing: a criterion that is not in `open`, then the
 * levels, ticks and texts in the order of `open`, then the comments. Undefined if there is none.
 */
export function gapIn(review: GivenReview, open: readonly RubricCriterion[]): Gap | undefined {
  const gap = gapInRatings(review.ratings, open, (rating, criterion) => {
    return gapInLevel(rating, criterion) ?? gapInWords(rating, criterion)
  })
  if (gap) return gap
  if (isTooShort(review.worked)) return { field: 'worked' }
  if (isTooShort(review.tryNext)) return { field: 'tryNext' }
  return undefined
}

/** Like `gapIn`, but does not check the texts. */
export function levelGapIn(
  ratings: readonly RatedLevel[],
  open: readonly RubricCriterion[],
): Gap | undefined {
  return gapInRatings(ratings, open, gapInLevel)
}

function gapInRatings<Rating extends RatedLevel>(
  ratings: readonly Rating[],
  open: readonly RubricCriterion[],
  gapInOne: (rating: Rating, criterion: RubricCriterion) => Gap['field'] | undefined,
): Gap | undefined {
  const asked = open.map(({ competency }) => competency)
  const unasked = ratings.find(({ criterion }) => !asked.includes(criterion))
  if (unasked) return { field: 'criterion', criterion: unasked.criterion }
  for (const criterion of open) {
    const rating = ratings.find((each) => each.criterion === criterion.competency)
    const field = rating ? gapInOne(rating, criterion) : 'level'
    if (field) return { field, criterion: criterion.competency }
  }
  return undefined
}

function gapInLevel({ level, indicators }: RatedLevel, criterion: RubricCriterion) {
  if (level === null) return 'level'
  return indicators.every((id) => isIndicatorOf(criterion, id)) ? undefined : 'indicators'
}

function gapInWords(rating: GivenRating, criterion: RubricCriterion) {
  if (isTooShort(rating.reason)) return 'reason'
  return isAboveSigns(rating, criterion) && isTooShort(rating.aboveSigns ?? '')
    ? 'aboveSigns'
    : undefined
}

/** Whether the level is higher than the one that `proposedLevel` gives for the ticks. */
export function isAboveSigns(
  { level, indicators }: Pick<RatedLevel, 'level' | 'indicators'>,
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

/**
 * The second of two criteria whose reasons have the same words, because each criterion needs its
 * own. Ignores case and punctuation.
 */
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
