import * as v from 'valibot'

import { line, text, uuid, whole } from '../../foundation/text/input.ts'

/** What a student can ask to have changed. */
export const revisionParts = ['pay', 'hours', 'place', 'time', 'format'] as const

/**
 * The number of the wording that the student read. If there is a later one, the answer is refused.
 */
const edition = whole(1, 100)

export const telephone = v.pipe(line(30, 7), v.regex(/^[+(]?[0-9][0-9 ()./-]*[0-9]$/))

export const AnswerInput = v.variant('answer', [
  v.strictObject({
    answer: v.literal('accept'),
    edition,
    slotId: uuid,
    /** SHA-256 of the consent text that was shown, in hex. */
    textHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    /** What the student agrees to share: the name, and an address or a number or both. */
    fields: v.pipe(
      v.strictObject({
        name: v.literal(true),
        email: v.optional(v.literal(true)),
        telephone: v.optional(telephone),
      }),
      v.check(({ email, telephone: number }) => email !== undefined || number !== undefined),
    ),
  }),
  v.strictObject({ answer: v.literal('decline'), edition, reason: v.optional(text(500, 1)) }),
  v.strictObject({
    answer: v.literal('ask-revision'),
    edition,
    parts: v.pipe(
      v.array(v.picklist(revisionParts)),
      v.minLength(1),
      v.maxLength(5),
      v.check((parts) => new Set(parts).size === parts.length),
    ),
    note: v.optional(text(500, 1)),
  }),
])
