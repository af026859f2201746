import * as v from 'valibot'

import { contentId } from '../foundation/input.ts'

export const StartAttemptInput = v.strictObject({ challengeId: contentId })

export type StartAttemptInput = v.InferOutput<typeof StartAttemptInput>
