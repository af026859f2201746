import * as v from 'valibot'

import { text } from '../../foundation/text/input.ts'

export const MessageInput = v.strictObject({
  words: text(2_000, 1),
  /** Before acceptance a student can only ask for an adjustment. */
  topic: v.optional(v.literal('adjustment')),
})
