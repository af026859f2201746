import * as v from 'valibot'

import { Branch } from './branch-input.ts'

/** The longest that anybody types for a code, with its spaces, hyphens and dots. */
export const mostTyped = 40

/** A code as somebody types it, and the branch if they know it. */
export const FindMilitaryCodeInput = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(mostTyped)),
  branch: v.optional(Branch),
})
