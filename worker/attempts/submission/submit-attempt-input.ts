import * as v from 'valibot'

import { contentId, text, whole } from '../../foundation/text/input.ts'

/** Contains the texts themselves, because the latest draft may not have arrived. */
export const SubmitAttemptInput = v.strictObject({
  round: whole(1, 3),
  answers: v.pipe(
    v.record(contentId, text(20_000)),
    v.check((answers) => Object.keys(answers).length <= 14),
  ),
  /** The saved version that each text is based on. */
  versions: v.optional(v.record(contentId, whole(0, 1_000_000))),
})

export type SubmitAttemptInput = v.InferOutput<typeof SubmitAttemptInput>
