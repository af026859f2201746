import * as v from 'valibot'

import { contentId } from '../../foundation/text/input.ts'

export const StartAttemptInput = v.strictObject({ challengeId: contentId })

export type StartAttemptInput = v.InferOutput<typeof StartAttemptInput>
