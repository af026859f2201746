import * as v from 'valibot'

import { uuid, version } from '../../foundation/text/input.ts'

/** The pathway, and the version that the student has read. */
export const EnrolInput = v.strictObject({ pathwayId: uuid, version })
export type EnrolInput = v.InferOutput<typeof EnrolInput>
