import * as v from 'valibot'

export const RecoverAdminInput = v.strictObject({
  token: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
})
