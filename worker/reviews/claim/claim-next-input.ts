import * as v from 'valibot'

import { contentId } from '../../foundation/text/input.ts'

/** Without `challengeId`: the challenge where work has waited longest. */
export const ClaimNextInput = v.strictObject({ challengeId: v.optional(contentId) })
