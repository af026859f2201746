import * as v from 'valibot'

import { text } from '../../foundation/text/input.ts'

export const CommentPlanInput = v.strictObject({ words: text(1_000, 1) })

export type CommentPlanInput = v.InferOutput<typeof CommentPlanInput>
