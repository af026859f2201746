import type { RevisionPart } from '../../worker/interviews/edition.ts'
import { m } from '../paraglide/messages.js'

const formats = {
  video: m.hiring_video,
  telephone: m.hiring_telephone,
  'in-person': m.hiring_in_person,
}

/** 40 minutes by video */
export function interviewWords({
  format,
  minutes,
}: {
  format: keyof typeof formats
  minutes: number
}): string {
  return formats[format]({ minutes })
}

const parts: Record<RevisionPart, () => string> = {
  pay: m.hiring_part_pay,
  hours: m.hiring_part_hours,
  place: m.hiring_part_place,
  time: m.hiring_part_time,
  format: m.hiring_part_format,
}

/** What a student can ask to have changed. */
export function partWords(part: RevisionPart): string {
  return parts[part]()
}

/** 7f3a 91c2: enough of a pseudonym to tell people apart by. */
export function shortPseudonym(pseudonym: string): string {
  return `${pseudonym.slice(0, 4)} ${pseudonym.slice(4, 8)}`
}
