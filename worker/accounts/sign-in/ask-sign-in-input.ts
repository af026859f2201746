import * as v from 'valibot'

import { line } from '../../foundation/text/input.ts'

export const AskSignInInput = v.strictObject({ email: line(254) })
