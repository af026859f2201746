import * as v from 'valibot'

import { line } from '../../foundation/text/input.ts'

/** By a programme's code, or into the open programme; a student either way. Mentors are admitted. */
export const JoinProgrammeInput = v.union([
  v.strictObject({ code: line(40) }),
  v.strictObject({ open: v.literal(true), role: v.literal('student') }),
])
