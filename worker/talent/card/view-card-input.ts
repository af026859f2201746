import * as v from 'valibot'

import { uuid } from '../../foundation/text/input.ts'

/** The opening for which the employer looks at the card, if any. */
export const ViewCardInput = v.strictObject({ openingId: v.optional(uuid) })
