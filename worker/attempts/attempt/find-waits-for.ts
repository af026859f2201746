import { type SQL, sql } from 'drizzle-orm'

import { hasFreeMentor } from '../../organizations/people/has-free-mentor.ts'
import { isPilotOf } from '../../scenarios/challenge/pilot.ts'
import { mostMovedDates } from './moved-dates.ts'

/**
 * What is missing for a decision, so that no date is valid. `time`: the people are there, but too
 * many dates were missed.
 */
export type WaitsFor = 'mentor' | 'reviewer' | 'time' | null

/**
 * SQL: what is missing for the decision on a submission; NULL while its date is valid. Receipt,
 * result and list all use this, so that they agree. Until the submission has a row in `promises`,
 * it checks only for the mentor that a pilot needs. The parameters are SQL expressions.
 */
export function waitsForOf(id: SQL, studentId: SQL, organizationId: SQL): SQL<WaitsFor> {
  return sql<WaitsFor>`CASE
    WHEN EXISTS (SELECT 1 FROM promises WHERE submission_id = ${id})
      THEN (SELECT coalesce(waits_for, CASE WHEN missed >= ${mostMovedDates} THEN 'time' END)
        FROM promises WHERE submission_id = ${id})
    WHEN ${isPilotOf(id)} AND NOT ${hasFreeMentor(studentId, organizationId)} THEN 'mentor' END`
}
