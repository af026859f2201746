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
 * The location (a link, an address or a number, by format) and the contact person. `sequence` is
 * that of the booking on the page; if the booking has changed since, the write is refused.
 */
export const MeetingInput = v.strictObject({
  sequence: version,
  /** Null: the employer calls the number that the student shared. */
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
