import * as v from 'valibot'

import { line } from '../foundation/input.ts'

export const SaveOrganizationInput = v.strictObject({
  name: line(120),
  /** Other names it goes by; hidden in answers before others read them. */
  aliases: v.pipe(v.array(line(80)), v.maxLength(12)),
})
