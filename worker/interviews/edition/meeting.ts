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
 * Whether this says where to be, for an interview of this format: an https link for video, a number for
 * telephone, or nothing where the employer calls the number that was shared; an address for in person.
 */
export function isReachable(location: string | null, { format, telephoneShared }: Facts): boolean {
  if (location === null) return format === 'telephone' && telephoneShared
  if (format === 'video') return v.is(link, location)
  if (format === 'telephone') return v.is(telephone, location)
  return true
}

/** What was checked when it was kept, so what misfits is a bug and throws. */
export function readContact(stored: string): Meeting['contact'] {
  return v.parse(MeetingInput.entries.contact, JSON.parse(stored))
}
