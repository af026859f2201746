import * as v from 'valibot'

import { line } from '../../foundation/text/input.ts'

export const OpenSessionInput = v.strictObject({
  by: v.literal('code'),
  code: line(40),
  sharedComputer: v.boolean(),
})
