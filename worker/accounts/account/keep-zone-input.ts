import * as v from 'valibot'

import { isKnownZone } from '../../foundation/reader/reader.ts'

export const Zone = v.pipe(v.string(), v.maxLength(64), v.check(isKnownZone))
export const Region = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))

export const KeepZoneInput = v.strictObject({ zone: Zone, region: v.optional(Region) })
