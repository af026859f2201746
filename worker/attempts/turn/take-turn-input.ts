import * as v from 'valibot'

import { contentId, whole } from '../../foundation/text/input.ts'

/** The turn after the last one is `number` n + 1; the same turn sent again is answered again. */
export const TakeTurnInput = v.strictObject({
  number: whole(1, 500),
  kind: v.picklist(['choice', 'answer', 'back']),
  /** A choice's id, the prompt that was answered, or the passage to go back to. */
  id: contentId,
})

export type TakeTurnInput = v.InferOutput<typeof TakeTurnInput>
