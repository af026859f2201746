import * as v from 'valibot'

import { text } from '../foundation/input.ts'

export const aboutLength = { least: 40, most: 1_000 } as const

/** What a volunteer mentor says about themselves; the people who run the open programme read it. */
export const AskAdmissionInput = v.strictObject({
  about: text(aboutLength.most, aboutLength.least),
})
