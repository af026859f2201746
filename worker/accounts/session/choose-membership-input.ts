import * as v from 'valibot'

import { uuid } from '../../foundation/text/input.ts'

export const ChooseMembershipInput = v.strictObject({ membershipId: v.nullable(uuid) })
