import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'

export const shortestReason = 40

export interface ReviewGap {
  field: 'level' | 'reason' | 'alike' | 'worked' | 'tryNext'
  /** Absent for the two comments on the whole. */
  criterion?: string
}

/** All that a review lacks, in the order of the desk. The server looks again. */
export function reviewGaps({ ratings, worked, tryNext }: ReviewInput): ReviewGap[] {
  const seen = new Set<string>()
  const gaps = ratings.flatMap(({ criterion, level, reason }): ReviewGap[] => [
    ...(level === null ? [{ field: 'level' as const, criterion }] : []),
    ...(isTooShort(reason)
      ? [{ field: 'reason' as const, criterion }]
      : seen.size === seen.add(plain(reason)).size
        ? [{ field: 'alike' as const, criterion }]
        : []),
  ])
  if (isTooShort(worked)) gaps.push({ field: 'worked' })
  if (isTooShort(tryNext)) gaps.push({ field: 'tryNext' })
  return gaps
}

export function isTooShort(text: string): boolean {
  return text.trim().length < shortestReason
}

/** As the server compares reasons: letters and figures alone. */
function plain(reason: string): string {
  return reason
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
