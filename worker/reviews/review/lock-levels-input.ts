import * as v from 'valibot'

import { ratingsOf, ratedLevel } from './review-input.ts'

/** The level and ticks to fix for each criterion. */
export const LockLevelsInput = v.strictObject({ ratings: ratingsOf(v.strictObject(ratedLevel)) })

export type LockLevelsInput = v.InferOutput<typeof LockLevelsInput>
