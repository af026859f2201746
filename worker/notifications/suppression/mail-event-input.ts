import * as v from 'valibot'

const text = v.optional(v.string())

/**
 * What we read of a notice of the HTTP carrier. It has more members, and other kinds of notice have
 * other ones: they are accepted and not read.
 */
export const MailEventInput = v.looseObject({
  type: v.pipe(v.string(), v.maxLength(100)),
  data: v.optional(
    v.looseObject({
      /** The carrier's name of the mail. */
      email_id: text,
      to: v.optional(v.union([v.string(), v.array(v.string())])),
      /** The address that was added to the carrier's list, or removed from it. */
      email: text,
      bounce: v.optional(v.looseObject({ type: text })),
    }),
  ),
})

export type MailEvent = v.InferOutput<typeof MailEventInput>
