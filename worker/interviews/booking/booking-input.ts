import * as v from 'valibot'

import { text, uuid, version } from '../../foundation/text/input.ts'
import { SlotInput } from '../edition/edition-input.ts'

/** As many as either side may hold open: ten of the employer, three of the student. */
export const mostOffered = { recruiter: 10, student: 3 }

/**
 * Other times in place of the booked one. `version` is that of the page they were typed on: a write
 * made from an older state is refused, so that nobody replaces what they have not read.
 */
export const OfferInput = v.strictObject({
  version,
  slots: v.pipe(v.array(SlotInput), v.minLength(1), v.maxLength(mostOffered.recruiter)),
})

/** Which offer is taken back or left aside: the version that it was made at. */
export const KeepQuery = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^[0-9]{1,9}$/), v.transform(Number)),
})

export const TakeInput = v.strictObject({ slotId: uuid })

/** An employer gives its reason; a student may. */
export const CancelInput = v.strictObject({ reason: v.optional(text(500, 1)) })
