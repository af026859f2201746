import * as v from 'valibot'

import { text, uuid } from '../../foundation/text/input.ts'
import { SlotInput } from '../edition/edition-input.ts'

/** As many as either side may hold open: ten of the employer, three of the student. */
export const mostOffered = { recruiter: 10, student: 3 }

/** Other times in place of the booked one. */
export const OfferInput = v.strictObject({
  slots: v.pipe(v.array(SlotInput), v.minLength(1), v.maxLength(mostOffered.recruiter)),
})

export const TakeInput = v.strictObject({ slotId: uuid })

/** An employer gives its reason; a student may. */
export const CancelInput = v.strictObject({ reason: v.optional(text(500, 1)) })
