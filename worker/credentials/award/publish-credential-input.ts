import * as v from 'valibot'

import { version } from '../../foundation/text/input.ts'

/** The public page of one's own badge: on or off, with one's name or without, for search engines or not. */
export const PublishCredentialInput = v.strictObject({
  on: v.boolean(),
  showName: v.boolean(),
  listed: v.boolean(),
  /** The second tick, where employers can find the badge on a card. */
  visibleToo: v.optional(v.literal(true)),
  version,
})

export type PublishCredentialInput = v.InferOutput<typeof PublishCredentialInput>
