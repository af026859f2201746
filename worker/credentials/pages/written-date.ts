import { exactly, signedDay } from '../../foundation/reader/dates.ts'
import type { Said } from '../../http/say.ts'

/**
 * “21 November 2026”: the UTC day, as in the signed file. Page and app both use it, so that a badge
 * given at 00:42 UTC shows the same day to everybody.
 */
export const writtenDay =
  (at: Date | string): Said =>
  (reader) =>
    signedDay(reader, at)

/**
 * “23 November 2026 at 06:00 UTC”: with hour and zone, because we do not know a stranger's zone.
 */
export const writtenMinute =
  (at: Date): Said =>
  (reader) =>
    exactly(reader, at)
