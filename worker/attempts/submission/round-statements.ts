import { and, eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { attempts, rounds, submissions } from '../tables.ts'

interface ClosingRound {
  attemptId: string
  number: number
  /** The competencies that were not proved in this round. A further round would ask for them. */
  openCriteria: readonly string[]
}

/**
 * For the commit of a decision: closes a round and its attempt. A second time it fails with
 * `round_closed`.
 */
export function closeRound(call: Call, round: ClosingRound): Statement[] {
  const { attemptId, number, openCriteria } = round
  return [
    call.db
      .update(rounds)
      .set({ state: 'closed', openCriteria: JSON.stringify(openCriteria), closedAt: call.now })
      .where(
        and(eq(rounds.attemptId, attemptId), eq(rounds.number, number), eq(rounds.state, 'open')),
      ),
    guard(call, 'round_closed'),
    call.db
      .update(attempts)
      .set({ state: 'closed' })
      .where(and(eq(attempts.id, attemptId), eq(attempts.state, 'handed-in'))),
    guard(call, 'round_closed'),
  ]
}

/** Sets another promised date. The caller writes the note that tells the student. */
export function movePromise(call: Call, submissionId: string, promisedAt: Date): Statement {
  return call.db.update(submissions).set({ promisedAt }).where(eq(submissions.id, submissionId))
}
