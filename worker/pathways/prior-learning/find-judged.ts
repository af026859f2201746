import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { waitsForOf, type WaitsFor } from '../../attempts/attempt/find-waits-for.ts'

export interface JudgedRow {
  submission_id: string
  promised_at: number
  waits_for: WaitsFor
  begun: number
  open_criteria: string
  state: 'proficient' | 'not-yet' | 'needs-more' | null
  decided_at: number | null
  credential_id: string | null
}

const CriterionIds = v.array(v.string())

/** SQL: how the hand-in of a claim `c` stands, by a condition on it. No row: not handed in. */
export function judged(which: SQL): SQL {
  return sql`
    SELECT s.id AS submission_id, s.promised_at,
      ${waitsForOf(sql`s.id`, sql`s.student_id`, sql`s.organization_id`)} AS waits_for,
      coalesce((SELECT assigned FROM submission_queue
        WHERE submission_id = s.id AND kind = 'mentor'), 0) AS begun,
      r.open_criteria, d.state, d.decided_at,
      -- A later challenge may have replaced what the badge rests on.
      (SELECT b.id FROM credentials b WHERE b.student_id = c.student_id AND b.state = 'signed'
        AND (b.decision_id = d.id OR EXISTS (SELECT 1 FROM credential_versions earlier
          WHERE earlier.credential_id = b.id AND earlier.decision_id = d.id))) AS credential_id
    FROM prior_learning_claims c
    JOIN submissions s ON s.attempt_id = c.attempt_id AND s.round = 1
    JOIN rounds r ON r.attempt_id = c.attempt_id AND r.number = 1
    LEFT JOIN decisions d ON d.submission_id = s.id
    WHERE ${which}`
}

/** How a claim that was handed in stands; undefined for a draft. */
export function decisionOf(row: JudgedRow | undefined) {
  if (!row) return undefined
  const { state, decided_at: decidedAt } = row
  return {
    submissionId: row.submission_id,
    /** Null while no date is valid. */
    expectedBy: row.waits_for ? null : new Date(row.promised_at),
    waitsFor: row.waits_for,
    isUnderReview: row.begun > 0,
    decision:
      state && decidedAt !== null
        ? {
            state,
            at: new Date(decidedAt),
            openCriteria: v.parse(CriterionIds, JSON.parse(row.open_criteria)),
            credentialId: row.credential_id,
          }
        : null,
  }
}
