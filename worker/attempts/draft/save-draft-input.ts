import * as v from 'valibot'

import { text, version } from '../../foundation/text/input.ts'

/** `version` is the version that the text is based on, or 0 if nothing was saved yet. */
export const SaveDraftInput = v.strictObject({ text: text(20_000), version })

export type SaveDraftInput = v.InferOutput<typeof SaveDraftInput>
