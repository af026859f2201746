import * as v from 'valibot'

import { line } from '../../foundation/text/input.ts'

/**
 * Join with a programme's code, or join the open programme; always as a student. To be a mentor,
 * people ask for admission or are invited.
 */
export const JoinProgrammeInput = v.union([
  v.strictObject({ code: line(40) }),
  v.strictObject({ open: v.literal(true), role: v.literal('student') }),
])
