import * as v from 'valibot'

import { link } from '../../foundation/text/input.ts'
import { telephone } from './answer-input.ts'
import type { Edition } from './edition.ts'
import { type Meeting, MeetingInput } from './meeting-input.ts'

interface Facts {
  format: Edition['format']
  /** Whether the student shared a number. */
  telephoneShared: boolean
}

/**
 * Where to be, as it is kept for an interview of this format: an https link for video, a number for
 * telephone, or null where the employer calls the number that was shared; an address for in person.
 * Undefined where it does not say so.
 */
export function reachableAt(
  location: string | null,
  { format, telephoneShared }: Facts,
): string | null | undefined {
  if (location === null) return format === 'telephone' && telephoneShared ? null : undefined
  if (format === 'in-person') return location
  const found = v.safeParse(format === 'video' ? link : telephone, location)
  return found.success ? found.output : undefined
}

/** What was checked when it was kept, so what misfits is a bug and throws. */
export function readContact(stored: string): Meeting['contact'] {
  return v.parse(MeetingInput.entries.contact, JSON.parse(stored))
}
