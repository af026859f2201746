import * as v from 'valibot'

import { line } from '../foundation/input.ts'

export const OpenProgrammeInput = v.strictObject({ name: line(120) })
