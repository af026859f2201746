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
 * The location to store for this format: an https link for video; a number for telephone, or null
 * if the employer calls the shared number; an address for in person. Undefined if the input does
 * not fit the format.
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

/**
 * Reads a stored contact. It was checked when it was saved, so invalid content is a bug and throws.
 */
export function readContact(stored: string): Meeting['contact'] {
  return v.parse(MeetingInput.entries.contact, JSON.parse(stored))
}
