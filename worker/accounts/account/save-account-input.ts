import * as v from 'valibot'

import { line, version, whole } from '../../foundation/text/input.ts'
import { Region, Zone } from './keep-zone-input.ts'

export const Reading = v.strictObject({
  size: v.picklist(['normal', 'large', 'larger']),
  spacing: v.picklist(['normal', 'wide']),
  typeface: v.picklist(['serif', 'sans']),
  contrast: v.picklist(['normal', 'strong']),
  shortcuts: v.boolean(),
})

export const usualReading: v.InferOutput<typeof Reading> = {
  size: 'normal',
  spacing: 'normal',
  typeface: 'serif',
  contrast: 'normal',
  shortcuts: true,
}

export const SaveAccountInput = v.strictObject({
  name: line(80),
  language: v.picklist(['en', 'es']),
  region: v.optional(Region),
  zone: v.optional(Zone),
  /** For students. Once given, it cannot be changed. */
  birthYear: v.optional(whole(1900, 2100)),
  birthMonth: v.optional(whole(1, 12)),
  reading: v.optional(Reading),
  version,
})
