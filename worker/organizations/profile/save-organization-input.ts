import * as v from 'valibot'

import { line, link, organizationName } from '../../foundation/text/input.ts'
import { country } from '../employer/apply-as-employer-input.ts'

export const SaveOrganizationInput = v.strictObject({
  name: organizationName,
  /** Other names of the organization, which the redactor hides in answers. */
  aliases: v.pipe(v.array(line(80)), v.maxLength(12)),
  // For employers only. Fields that are left out do not change.
  legalName: v.optional(line(120)),
  site: v.optional(link),
  country: v.optional(country),
  contact: v.optional(line(120)),
  /** A mail domain to add: the one of the address that this admin proved. */
  domain: v.optional(line(253)),
})
