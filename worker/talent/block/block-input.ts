import * as v from 'valibot'

import { line, uuid } from '../../foundation/text/input.ts'

const domain = v.pipe(
  line(253),
  v.toLowerCase(),
  v.regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/),
)

/** One employer, or every employer with this domain or a subdomain of it. */
export const BlockInput = v.union([
  v.strictObject({ organizationId: uuid }),
  v.strictObject({ domain }),
])
