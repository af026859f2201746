import * as v from 'valibot'

import { whole } from '../../foundation/text/input.ts'

/** The version shown on the page; the request may have a later one by now. */
export const MarkReadInput = v.strictObject({ version: whole(0, 1_000) })
