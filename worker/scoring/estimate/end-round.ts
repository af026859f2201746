import { closeRound } from '../../attempts/submission/round-statements.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { endRequests } from '../../reviews/queue/request-statements.ts'
import { keepWait } from '../../scenarios/catalogue/keep-wait.ts'
import { delayResult } from '../delay/delay-result.ts'
import type { CriterionState } from './estimate.ts'
import type { RoundToScore } from './find-round.ts'
import type { SharedProof } from './find-shared-proof.ts'
import { verdictOf } from './round.ts'
import { decisions } from '../tables.ts'

/** In this version every badge is for level 3, even if the ratings are higher. */
const levelOfBadge = 3

/**
 * For a commit: ends a round with its decision. `states` are in the order of `round.criteria`; a
 * criterion that a badge in another skill proves (`proof`) counts as proficient.
 */
export function endRound(
  call: Call,
  round: RoundToScore,
  states: readonly CriterionState[],
  proof?: SharedProof,
): Statement[] {
  const { submissionId, attemptId, number, criteria } = round
  const proved = states.map((each, at) =>
    proof && criteria[at] === proof.criterion ? 'proficient' : each,
  )
  const state = verdictOf(proved)
  const decision = {
    id: newId(),
    submissionId,
    state,
    level: state === 'proficient' ? levelOfBadge : null,
    decidedAt: call.now,
    sharedCriterion: proof?.criterion ?? null,
    sharedDecisionId: proof?.decisionId ?? null,
  }
  const openCriteria = criteria.filter((_, at) => proved[at] !== 'proficient')
  return [
    call.db.insert(decisions).values(decision),
    ...closeRound(call, { attemptId, number, openCriteria }),
    ...endRequests(call, submissionId),
    delayResult(call, submissionId),
    keepWait(call, submissionId),
    note(call, 'decision.made', decision.id),
  ]
}
