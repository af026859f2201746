import * as v from 'valibot'

import { whole } from '../../foundation/text/input.ts'

/** The version that was on the page: the request may have moved on since. */
export const MarkReadInput = v.strictObject({ version: whole(0, 1_000) })
