import * as v from 'valibot'

import { line, version } from '../../foundation/text/input.ts'
import { telephone } from './answer-input.ts'

const email = v.pipe(
  line(254),
  v.regex(/^[^\s@<>"]+@[^\s@<>"]+$/),
  v.check(
    (address) => address.lastIndexOf('.') > address.indexOf('@') + 1 && !address.endsWith('.'),
  ),
)

/**
 * Where to be: a link, an address or a number, by the format of the interview; and whom to turn to.
 * `sequence` is that of the booking it was typed for: what a colleague has said since is not replaced
 * unread.
 */
export const MeetingInput = v.strictObject({
  sequence: version,
  /** Nothing: the employer calls the number that the student shared. */
  location: v.nullable(line(300, 3)),
  contact: v.pipe(
    v.strictObject({
      name: line(80),
      email: v.optional(email),
      telephone: v.optional(telephone),
    }),
    v.check((contact) => contact.email !== undefined || contact.telephone !== undefined),
  ),
})
export type Meeting = v.InferOutput<typeof MeetingInput>
