import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { endRound } from './end-round.ts'
import { roundSoFar, score } from './estimate-round.ts'
import { findRound } from './find-round.ts'
import { findSharedProof } from './find-shared-proof.ts'
import { scoredMeanwhile } from '../problems.ts'
import { isEnough } from './round.ts'

/**
 * Reaction to round.exhausted: the minimum is reached, and nobody else can review. The round ends
 * with its present estimates; a criterion that they do not decide ends as needs-more. Stays open if
 * too few of the reviews can be used: then `watch-promises.ts` tells the admins that a reviewer is
 * missing.
 */
export async function closeExhausted(call: Call, { subjectId: submissionId }: Note): Promise<void> {
  const [review] = await call.db.all<{ id: string }>(sql`
    SELECT id FROM reviews WHERE submission_id = ${submissionId} AND withdrawn_at IS NULL LIMIT 1`)
  const round = review && (await findRound(call, review.id))
  if (!round?.isOpen) return
  const scored = round.criteria.map((criterion) => score(criterion, round))
  if (!isEnough(roundSoFar(round, scored))) return
  const states = scored.map(({ estimate }) => estimate.state)
  const proof = await findSharedProof(call, round, states)
  await commit(
    call,
    [
      ...endRound(call, round, states, proof),
      auditEntry(call, 'submission.exhausted', submissionId, {}, round.organizationId),
    ],
    {
      answer: null,
      conflicts: { round_closed: scoredMeanwhile, 'decisions.submission_id': scoredMeanwhile },
    },
  )
}
