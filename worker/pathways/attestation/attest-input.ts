import * as v from 'valibot'

import { line, uuid, whole } from '../../foundation/text/input.ts'

/** `title` is what a step in this version of the pathway asks for, word for word. */
export const AttestInput = v.strictObject({
  studentId: uuid,
  pathwayId: uuid,
  version: whole(1, 1_000_000),
  title: line(120),
})
export type AttestInput = v.InferOutput<typeof AttestInput>
