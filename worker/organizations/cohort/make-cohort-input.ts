import * as v from 'valibot'

import { line, uuid } from '../../foundation/text/input.ts'

export const MakeCohortInput = v.strictObject({ name: line(80) })

/** The whole membership of a cohort: who is left out leaves it. */
export const SetCohortMembersInput = v.strictObject({
  membershipIds: v.pipe(v.array(uuid), v.maxLength(100)),
})
