import * as v from 'valibot'

import { text } from '../../foundation/text/input.ts'

export const KeepEarlierTextInput = v.strictObject({ text: text(20_000, 1) })

export type KeepEarlierTextInput = v.InferOutput<typeof KeepEarlierTextInput>
