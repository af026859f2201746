import * as v from 'valibot'

import { line, link, organizationName } from '../../foundation/text/input.ts'

export const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))

export const ApplyAsEmployerInput = v.strictObject({
  name: organizationName,
  legalName: line(120),
  site: link,
  country,
  contact: line(120),
})
