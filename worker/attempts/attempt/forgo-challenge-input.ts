import * as v from 'valibot'

import { contentId } from '../../foundation/text/input.ts'

export const ForgoChallengeInput = v.strictObject({ challengeId: contentId })
