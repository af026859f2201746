import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { monthsLater } from '../../foundation/reader/months-later.ts'
import type { CriterionState } from './estimate.ts'
import type { RoundToScore } from './find-round.ts'
import { closableBySharedProof } from './shared-proof.ts'

const monthsValid = 12

/** A shared criterion, and the proficient decision in another skill that proves it. */
export interface SharedProof {
  criterion: string
  decisionId: string
}

/**
 * The proof that closes the last open criterion of a round, if it is a shared one: the student's
 * latest badge of the last 12 months in the other skill, itself proved by reviews of that
 * criterion. A revoked badge proves nothing.
 */
export async function findSharedProof(
  call: Call,
  { criteria, studentId, skill }: Pick<RoundToScore, 'criteria' | 'studentId' | 'skill'>,
  states: readonly CriterionState[],
): Promise<SharedProof | undefined> {
  const criterion = closableBySharedProof(criteria, states)
  if (!criterion) return undefined
  const [proof] = await call.db.all<{ id: string }>(sql`
    SELECT d.id FROM submissions s JOIN decisions d ON d.submission_id = s.id
    JOIN credentials c ON c.decision_id = d.id
    WHERE s.student_id = ${studentId} AND s.skill <> ${skill} AND d.state = 'proficient'
      AND d.decided_at > ${monthsLater(call.now, -monthsValid).getTime()}
      AND d.shared_criterion IS NOT ${criterion}
      AND NOT EXISTS (SELECT 1 FROM credential_ends e WHERE e.credential_id = c.id AND e.kind = 'revoked')
      AND EXISTS (SELECT 1 FROM submissions o JOIN estimates g ON g.submission_id = o.id
        WHERE o.attempt_id = s.attempt_id AND g.criterion = ${criterion} AND g.state = 'proficient')
    ORDER BY d.decided_at DESC LIMIT 1`)
  return proof && { criterion, decisionId: proof.id }
}
