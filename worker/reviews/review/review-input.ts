import * as v from 'valibot'

import { contentId, text, version } from '../../foundation/text/input.ts'

const indicatorId = v.pipe(v.string(), v.regex(/^[1-4][a-e]$/))

const Rating = v.strictObject({
  criterion: contentId,
  /** Not chosen yet: null. */
  level: v.nullable(v.picklist([1, 2, 3, 4])),
  indicators: v.pipe(
    v.array(indicatorId),
    v.maxLength(20),
    v.check((ids) => isDistinct(ids)),
  ),
  reason: text(4_000),
  /** Asked where the level is above what the ticks give: what in the answer stands for the missing sign. */
  aboveSigns: v.optional(text(1_000)),
})

const review = {
  ratings: v.pipe(
    v.array(Rating),
    v.maxLength(4),
    v.check((ratings) => isDistinct(ratings.map(({ criterion }) => criterion))),
  ),
  worked: text(4_000),
  tryNext: text(4_000),
}

/** A whole review, or what there is of it: the act says what is missing, by criterion. */
export const ReviewInput = v.strictObject(review)

/** The desk as it stands; `version` is the one that was read last, 0 before the first save. */
export const ReviewDraftInput = v.strictObject({ ...review, version })

export type ReviewInput = v.InferOutput<typeof ReviewInput>
export type ReviewDraftInput = v.InferOutput<typeof ReviewDraftInput>

function isDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}
