import * as v from 'valibot'

import { contentId, whole } from '../../foundation/text/input.ts'

/**
 * `number` is the number of the last turn plus 1. The same turn sent again gets the same answer.
 */
export const TakeTurnInput = v.strictObject({
  number: whole(1, 500),
  kind: v.picklist(['choice', 'answer', 'back']),
  /** A choice's id, the prompt that was answered, or the passage to go back to. */
  id: contentId,
})

export type TakeTurnInput = v.InferOutput<typeof TakeTurnInput>
