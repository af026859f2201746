import * as v from 'valibot'

import { text, version } from '../../foundation/text/input.ts'

/** `version` is the one this text was written on: 0 where nothing was saved yet. */
export const SaveDraftInput = v.strictObject({ text: text(20_000), version })

export type SaveDraftInput = v.InferOutput<typeof SaveDraftInput>
