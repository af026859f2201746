import * as v from 'valibot'

import { uuid } from '../../foundation/text/input.ts'

export const AssignCoachInput = v.strictObject({ mentorId: uuid, studentId: uuid })
