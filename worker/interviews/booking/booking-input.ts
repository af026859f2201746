import * as v from 'valibot'

import { text, uuid, version } from '../../foundation/text/input.ts'
import { SlotInput } from '../edition/edition-input.ts'

/** How many times each side may offer at once. */
export const mostOffered = { recruiter: 10, student: 3 }

/**
 * Other times instead of the booked one. `version` is that of the request on the page; a write from
 * an older version is refused, so that nobody replaces an offer they have not read.
 */
export const OfferInput = v.strictObject({
  version,
  slots: v.pipe(v.array(SlotInput), v.minLength(1), v.maxLength(mostOffered.recruiter)),
})

/** The offer to withdraw or refuse, by the request version at which it was made. */
export const KeepQuery = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^[0-9]{1,9}$/), v.transform(Number)),
})

export const TakeInput = v.strictObject({ slotId: uuid })

/** An employer must give a reason; a student may. */
export const CancelInput = v.strictObject({ reason: v.optional(text(500, 1)) })
