import * as v from 'valibot'

import { version } from '../../foundation/text/input.ts'

/** The public page of the caller's badge: on or off, with their name or not, listed or not. */
export const PublishCredentialInput = v.strictObject({
  on: v.boolean(),
  showName: v.boolean(),
  listed: v.boolean(),
  /** Agrees to a listing although employers can find the badge on a card. */
  visibleToo: v.optional(v.literal(true)),
  version,
})

export type PublishCredentialInput = v.InferOutput<typeof PublishCredentialInput>
