import * as v from 'valibot'

import { line, uuid } from '../../foundation/text/input.ts'

export const InvitePeopleInput = v.strictObject({
  emails: v.pipe(v.array(line(254)), v.minLength(1), v.maxLength(40)),
  role: v.picklist(['student', 'mentor', 'recruiter', 'admin']),
  cohortId: v.optional(uuid),
})
