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
 * Reaction to round.exhausted: the minimum is reached, and nobody else can review. The round ends
 * with its present estimates; a criterion that they do not decide ends as needs-more.
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
