import * as v from 'valibot'

import { uuid } from '../../foundation/text/input.ts'

/** The opening for which the card is read, if it was found by one. */
export const ViewCardInput = v.strictObject({ openingId: v.optional(uuid) })
