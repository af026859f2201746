import { exactly, signedDay } from '../../foundation/reader/dates.ts'
import type { Said } from '../../http/say.ts'

/**
 * “21 November 2026”: the UTC day, as in the signed file, so that a badge given at 00:42 UTC shows
 * the same day to everybody.
 */
export const writtenDay =
  (at: Date | string): Said =>
  (reader) =>
    signedDay(reader, at)

/** “23 November 2026 at 06:00 UTC”: in UTC, because the zone of a stranger is not known. */
export const writtenMinute =
  (at: Date): Said =>
  (reader) =>
    exactly(reader, at)
