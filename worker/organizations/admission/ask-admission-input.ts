import * as v from 'valibot'

import { text } from '../../foundation/text/input.ts'
import { aboutLength } from './about-length.ts'

/** What a volunteer mentor writes about themselves, for the operator's admins. */
export const AskAdmissionInput = v.strictObject({
  about: text(aboutLength.most, aboutLength.least),
})
