import * as v from 'valibot'

import { line } from '../../foundation/text/input.ts'

/** `programme`: the address of the other programme's page, or its last part. */
export const AskSharingInput = v.strictObject({ programme: line(300) })
