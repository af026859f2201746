import * as v from 'valibot'

import { whole } from '../../foundation/text/input.ts'

/**
 * One part of the text that `npm run scenarios -- publish` makes from a challenge, counted from 1.
 */
export const ReceiveChallengePartInput = v.strictObject({
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  part: whole(1, 12),
  parts: whole(1, 12),
  text: v.pipe(v.string(), v.maxLength(60_000)),
})

export type ReceiveChallengePartInput = v.InferOutput<typeof ReceiveChallengePartInput>
