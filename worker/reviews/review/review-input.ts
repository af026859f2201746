import * as v from 'valibot'

import { contentId, text, version } from '../../foundation/text/input.ts'

const indicatorId = v.pipe(v.string(), v.regex(/^[1-4][a-e]$/))

/** The level of a criterion and the signs ticked for it. */
export const ratedLevel = {
  criterion: contentId,
  /** Null: not chosen yet. */
  level: v.nullable(v.picklist([1, 2, 3, 4])),
  indicators: v.pipe(
    v.array(indicatorId),
    v.maxLength(20),
    v.check((ids) => isDistinct(ids)),
  ),
}

const Rating = v.strictObject({
  ...ratedLevel,
  reason: text(4_000),
  /** Why the level is above the one that the ticks give. Not needed if it is not above. */
  aboveSigns: v.optional(text(1_000)),
})

const review = {
  ratings: ratingsOf(Rating),
  worked: text(4_000),
  tryNext: text(4_000),
}

/** A review, complete or not. handInReview checks whether it is complete. */
export const ReviewInput = v.strictObject(review)

/** A draft to save. `version` is the last one that the page has read, 0 before the first save. */
export const ReviewDraftInput = v.strictObject({ ...review, version })

export type ReviewInput = v.InferOutput<typeof ReviewInput>
export type ReviewDraftInput = v.InferOutput<typeof ReviewDraftInput>

/** At most one rating for each of the four criteria. */
export function ratingsOf<Entry extends v.GenericSchema<unknown, { criterion: string }>>(
  entry: Entry,
) {
  return v.pipe(
    v.array(entry),
    v.maxLength(4),
    v.check((ratings) => isDistinct(ratings.map(({ criterion }) => criterion))),
  )
}

function isDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}
