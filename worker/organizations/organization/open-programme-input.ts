import * as v from 'valibot'

import { organizationName } from '../../foundation/text/input.ts'

export const OpenProgrammeInput = v.strictObject({ name: organizationName })
