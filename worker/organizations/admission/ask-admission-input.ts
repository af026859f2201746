import * as v from 'valibot'

import { text } from '../../foundation/text/input.ts'
import { aboutLength } from './about-length.ts'

/** What a volunteer mentor says about themselves; the people who run the open programme read it. */
export const AskAdmissionInput = v.strictObject({
  about: text(aboutLength.most, aboutLength.least),
})
