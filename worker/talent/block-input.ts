import * as v from 'valibot'

import { uuid } from '../foundation/input.ts'

const domain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(253),
  v.regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/),
)

/** One employer known here, or every address of a domain and under it. */
export const BlockInput = v.union([
  v.strictObject({ organizationId: uuid }),
  v.strictObject({ domain }),
])
