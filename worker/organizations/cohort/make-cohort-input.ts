import * as v from 'valibot'

import { line, uuid } from '../../foundation/text/input.ts'

export const MakeCohortInput = v.strictObject({ name: line(80) })

const membershipIds = v.pipe(v.array(uuid), v.maxLength(100))

/**
 * Who joins a cohort and who leaves it. The request lists only changes, so a cohort may be of any
 * size.
 */
export const ChangeCohortMembersInput = v.strictObject({
  add: membershipIds,
  remove: membershipIds,
})
export type ChangeCohortMembersInput = v.InferOutput<typeof ChangeCohortMembersInput>
