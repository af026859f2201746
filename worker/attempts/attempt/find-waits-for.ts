import { type SQL, sql } from 'drizzle-orm'

import { hasFreeMentor } from '../../organizations/people/has-free-mentor.ts'
import { mostMovedDates } from './moved-dates.ts'

/** Whom a decision lacks, so that no date stands; `time` where people could decide, and dates were missed too often. */
export type WaitsFor = 'mentor' | 'reviewer' | 'time' | null

/**
 * As part of a query: whom the decision about a submission lacks; NULL while its date stands. Receipt, result
 * and list all ask this, so that they never differ. Until its promise is written, only a mentor is asked for. Takes columns.
 */
export function waitsForOf(id: SQL, studentId: SQL, organizationId: SQL): SQL<WaitsFor> {
  return sql<WaitsFor>`CASE
    WHEN EXISTS (SELECT 1 FROM promises WHERE submission_id = ${id})
      THEN (SELECT coalesce(waits_for, CASE WHEN missed >= ${mostMovedDates} THEN 'time' END)
        FROM promises WHERE submission_id = ${id})
    WHEN NOT ${hasFreeMentor(studentId, organizationId)} THEN 'mentor' END`
}
