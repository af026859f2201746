import * as v from 'valibot'

import { line, text, uuid, version, whole } from '../../foundation/text/input.ts'
import { currency } from '../opening/pay-input.ts'
import { country, listOf, month, region } from '../opening/place-input.ts'

const HoursInput = v.pipe(
  v.strictObject({ minimum: whole(1, 60), maximum: whole(1, 60) }),
  v.check(({ minimum, maximum }) => minimum <= maximum),
)

/** What a student switches on. A field that is absent is off. */
export const VisibleFieldsInput = v.strictObject({
  credentials: v.pipe(
    v.array(
      v.strictObject({
        credentialId: uuid,
        excerpt: v.optional(text(600, 1)),
        criteria: v.optional(v.literal(true)),
      }),
    ),
    v.maxLength(20),
    v.check(
      (items) => new Set(items.map(({ credentialId }) => credentialId)).size === items.length,
    ),
  ),
  headline: v.optional(line(120)),
  summary: v.optional(text(600, 1)),
  regions: v.optional(listOf(region, 1, 5)),
  remote: v.optional(v.literal(true)),
  hoursPerWeek: v.optional(HoursInput),
  startMonth: v.optional(month),
  payFloor: v.optional(v.strictObject({ amount: whole(1, 10_000_000), currency })),
  workCountries: v.optional(listOf(country, 1, 20)),
})

/** `version` is 0 while visibility is off. */
export const GrantVisibilityInput = v.strictObject({
  version,
  /** SHA-256 of the consent text that was shown, in hex. */
  textHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  fields: VisibleFieldsInput,
  /** Badges to show although search engines may list their public page. */
  listedToo: v.optional(v.pipe(v.array(uuid), v.maxLength(20))),
})

export const NarrowVisibilityInput = v.strictObject({ version, fields: VisibleFieldsInput })

const form = v.optional(v.picklist(['short', 'full']), 'full')

/**
 * The card as this employer gets it; without an id, as any employer that is not blocked gets it.
 */
export const PreviewQuery = v.strictObject({ organizationId: v.optional(uuid), form })

/** The card with fields that are not switched on yet. */
export const DraftPreviewInput = v.strictObject({ fields: VisibleFieldsInput, form })
