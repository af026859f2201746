import * as v from 'valibot'

import { organizationName } from '../../foundation/text/input.ts'

export const TakeUpFirstAdminInput = v.strictObject({
  token: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  programmeName: organizationName,
})
