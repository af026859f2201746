import { sql } from 'drizzle-orm'

import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call/call.ts'
import { commit } from '../foundation/commit/commit.ts'
import type { Note } from '../foundation/outbox/note.ts'
import { endRound } from './end-round.ts'
import { score } from './estimate-submission.ts'
import { findRound } from './find-round.ts'
import { scoredMeanwhile } from './problems.ts'

/**
 * Reaction to round.exhausted: everybody who could judge has, and a mentor is among them. The round
 * ends with the estimates it has; a criterion that is not settled needs more evidence.
 */
export async function closeExhausted(call: Call, { subjectId: submissionId }: Note): Promise<void> {
  const [review] = await call.db.all<{ id: string }>(sql`
    SELECT id FROM reviews WHERE submission_id = ${submissionId} AND withdrawn_at IS NULL LIMIT 1`)
  const round = review && (await findRound(call, review.id))
  if (!round?.isOpen) return
  const states = round.criteria.map((criterion) => score(criterion, round).estimate.state)
  await commit(
    call,
    [
      ...endRound(call, round, states),
      auditEntry(call, 'submission.exhausted', submissionId, {}, round.organizationId),
    ],
    {
      answer: null,
      conflicts: { round_closed: scoredMeanwhile, 'decisions.submission_id': scoredMeanwhile },
    },
  )
}
