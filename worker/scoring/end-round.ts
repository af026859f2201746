import { closeRound } from '../attempts/submission/round-statements.ts'
import type { Call } from '../foundation/call/call.ts'
import type { Statement } from '../foundation/call/db.ts'
import { newId } from '../foundation/call/id.ts'
import { note } from '../foundation/outbox/note.ts'
import { endRequests } from '../reviews/queue/request-statements.ts'
import type { CriterionState } from './estimate.ts'
import type { RoundToScore } from './find-round.ts'
import { verdictOf } from './round.ts'
import { decisions } from './tables.ts'

/** In this version every badge is for level 3, even if the ratings are higher. */
const levelOfBadge = 3

/** For a commit: ends a round with its decision. `states` are in the order of `round.criteria`. */
export function endRound(
  call: Call,
  round: RoundToScore,
  states: readonly CriterionState[],
): Statement[] {
  const { submissionId, attemptId, number, criteria } = round
  const state = verdictOf(states)
  const decision = {
    id: newId(),
    submissionId,
    state,
    level: state === 'proficient' ? levelOfBadge : null,
    decidedAt: call.now,
  }
  const openCriteria = criteria.filter((_, at) => states[at] !== 'proficient')
  return [
    call.db.insert(decisions).values(decision),
    ...closeRound(call, { attemptId, number, openCriteria }),
    ...endRequests(call, submissionId),
    note(call, 'decision.made', decision.id),
  ]
}
