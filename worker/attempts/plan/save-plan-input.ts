import * as v from 'valibot'

import { text, version } from '../../foundation/text/input.ts'

export const mostLines = 3

/** A comment, word for word, and what its reader will do differently; either may still be empty. */
const PlanLine = v.strictObject({ quote: text(4_000), words: text(1_000) })

/** `version` is the version that the plan is based on, or 0 if nothing was saved yet. */
export const SavePlanInput = v.strictObject({
  lines: v.pipe(v.array(PlanLine), v.maxLength(mostLines)),
  /** Whether the student has left the plan for the answers. */
  ended: v.boolean(),
  version,
})

export type SavePlanInput = v.InferOutput<typeof SavePlanInput>
export type PlanLine = v.InferOutput<typeof PlanLine>
