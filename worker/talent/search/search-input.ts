import * as v from 'valibot'

import { contentId, isoDay, uuid } from '../../foundation/text/input.ts'
import { listOf, region } from '../opening/place-input.ts'

const SkillsInput = v.strictObject({
  match: v.picklist(['any', 'all']),
  of: v.pipe(
    v.array(v.strictObject({ skill: contentId, minimumLevel: v.picklist([3, 4]) })),
    v.minLength(1),
    v.maxLength(8),
    v.check((items) => new Set(items.map(({ skill }) => skill)).size === items.length),
  ),
})

/**
 * All that a search may ask for. Pay, hours, start and country come from the approved opening, so
 * that nobody can probe for a pay floor. Any other key is refused.
 */
export const CriteriaInput = v.strictObject({
  skills: v.optional(SkillsInput),
  mentorReviewed: v.optional(v.literal(true)),
  regions: v.optional(listOf(region, 1, 10)),
  remote: v.optional(v.literal(true)),
})

export const SearchInput = v.strictObject({ openingId: uuid, criteria: CriteriaInput })

export const PageInput = v.strictObject({
  day: v.optional(isoDay),
  /** A card's pseudonym, or the segment where the page before ended. */
  after: v.optional(v.union([uuid, v.pipe(v.string(), v.regex(/^place-\d{1,5}$/))])),
})
