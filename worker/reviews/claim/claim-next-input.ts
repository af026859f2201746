import * as v from 'valibot'

import { contentId } from '../../foundation/text/input.ts'

/** Without a challenge: the one where work has waited longest. */
export const ClaimNextInput = v.strictObject({ challengeId: v.optional(contentId) })
