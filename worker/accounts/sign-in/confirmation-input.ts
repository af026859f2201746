import * as v from 'valibot'

import { line } from '../../foundation/text/input.ts'

export const ConfirmationInput = v.strictObject({ code: line(40) })
