import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'
import { type LevelTicks, proposedLevel } from './proposed-level.ts'

export const shortestReason = 40

export interface ReviewGap {
  field: 'level' | 'reason' | 'alike' | 'aboveSigns' | 'worked' | 'tryNext'
  /** Absent for the two comments on the whole answer. */
  criterion?: string
}

type Rating = ReviewInput['ratings'][number]
type Rubric = readonly { competency: string; levels: readonly LevelTicks[] }[]

/**
 * Everything that a review lacks, in the order of the form. The server checks it again. Without a
 * rubric, only the server checks whether a level is above its ticks.
 */
export function reviewGaps(
  { ratings, worked, tryNext }: ReviewInput,
  rubric: Rubric = [],
): ReviewGap[] {
  const seen = new Set<string>()
  const gaps = ratings.flatMap((rating): ReviewGap[] => {
    const { criterion, level, reason, aboveSigns = '' } = rating
    const levels = rubric.find(({ competency }) => competency === criterion)?.levels
    return [
      ...(level === null ? [{ field: 'level' as const, criterion }] : []),
      ...(isTooShort(reason)
        ? [{ field: 'reason' as const, criterion }]
        : seen.size === seen.add(plain(reason)).size
          ? [{ field: 'alike' as const, criterion }]
          : []),
      ...(levels && isAboveSigns(rating, levels) && isTooShort(aboveSigns)
        ? [{ field: 'aboveSigns' as const, criterion }]
        : []),
    ]
  })
  if (isTooShort(worked)) gaps.push({ field: 'worked' })
  if (isTooShort(tryNext)) gaps.push({ field: 'tryNext' })
  return gaps
}

/** Whether the level is higher than the one that `proposedLevel` gives for the ticks. */
export function isAboveSigns(
  { level, indicators }: Rating,
  levels: readonly LevelTicks[],
): boolean {
  return level !== null && level > proposedLevel(levels, indicators)
}

export function isTooShort(text: string): boolean {
  return text.trim().length < shortestReason
}

/** A reason without capitals and punctuation: in this form the server compares reasons. */
function plain(reason: string): string {
  return reason
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
