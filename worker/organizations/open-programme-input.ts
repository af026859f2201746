import * as v from 'valibot'

import { organizationName } from '../foundation/input.ts'

export const OpenProgrammeInput = v.strictObject({ name: organizationName })
