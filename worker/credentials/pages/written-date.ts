import { exactly, signedDay } from '../../foundation/reader/dates.ts'
import type { Said } from '../../http/say.ts'

/**
 * “21 November 2026”: the UTC day, as the signed file has it. One rule for page and app, so that a
 * badge given at 00:42 UTC has one day for everybody.
 */
export const writtenDay =
  (at: Date | string): Said =>
  (reader) =>
    signedDay(reader, at)

/** “23 November 2026 at 06:00 UTC”: hour and zone, for a stranger's page is UTC. */
export const writtenMinute =
  (at: Date): Said =>
  (reader) =>
    exactly(reader, at)
