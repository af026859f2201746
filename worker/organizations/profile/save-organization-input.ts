import * as v from 'valibot'

import { line, link, organizationName } from '../../foundation/text/input.ts'
import { country } from '../employer/apply-as-employer-input.ts'

export const SaveOrganizationInput = v.strictObject({
  name: organizationName,
  /** Other names it goes by; hidden in answers before others read them. */
  aliases: v.pipe(v.array(line(80)), v.maxLength(12)),
  // Of employers alone. What is left out stays as it is.
  legalName: v.optional(line(120)),
  site: v.optional(link),
  country: v.optional(country),
  contact: v.optional(line(120)),
  /** A mail domain to add: that of the address the asking admin proved. */
  domain: v.optional(line(253)),
})
