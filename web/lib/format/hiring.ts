import type { RevisionPart } from '../../../worker/interviews/edition/edition.ts'
import { m } from '../../paraglide/messages.js'

const formatsByName = {
  video: m.hiring_video,
  telephone: m.hiring_telephone,
  'in-person': m.hiring_in_person,
}

export type Format = keyof typeof formatsByName

export const formats: readonly Format[] = ['video', 'telephone', 'in-person']

const formatNames = {
  video: m.hiring_format_video,
  telephone: m.hiring_format_telephone,
  'in-person': m.hiring_format_in_person,
}

/** As in “By video”. */
export function formatWords(format: Format): string {
  return formatNames[format]()
}

/** As in “40 minutes by video”. */
export function interviewWords({ format, minutes }: { format: Format; minutes: number }): string {
  return formatsByName[format]({ minutes })
}

const parts: Record<RevisionPart, () => string> = {
  pay: m.hiring_part_pay,
  hours: m.hiring_part_hours,
  place: m.hiring_part_place,
  time: m.hiring_part_time,
  format: m.hiring_part_format,
}

/** A part of a request that a student can ask to have changed, in words. */
export function partWords(part: RevisionPart): string {
  return parts[part]()
}

export interface ShownCriterion {
  name: string
  level: number
  words: string
  signs: string[]
}

export interface ShownBadge {
  skill: string
  level: number
  /** Only on a full card, which has one of these three: 2026-10, 2026-Q4, 2026. */
  month?: string | undefined
  quarter?: string | undefined
  year?: string | undefined
  reviewers?: 'peers' | 'peers-and-mentor' | undefined
  challengeTitle?: string | undefined
  excerpt?: string | undefined
  criteria?: ShownCriterion[] | undefined
  /** URL of the rubric's public page. */
  rubric?: string | undefined
}

/** A card as the API returns it, short or full: parts that are switched off are absent. */
export interface ShownCard {
  headline?: string | undefined
  summary?: string | undefined
  regions?: string[] | undefined
  remote?: boolean | undefined
  hoursPerWeek?: { minimum: number; maximum: number } | undefined
  startMonth?: string | undefined
  badges: ShownBadge[]
}

/** 7f3a 91c2: enough of a pseudonym to tell people apart. */
export function shortPseudonym(pseudonym: string): string {
  return `${pseudonym.slice(0, 4)} ${pseudonym.slice(4, 8)}`
}
