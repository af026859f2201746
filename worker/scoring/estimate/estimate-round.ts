import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { noLongerLate, requestReview } from '../../reviews/queue/request-statements.ts'
import { endRound } from './end-round.ts'
import { type Estimate, estimateOf, model, pilotPrior, type Prior } from './estimate.ts'
import { findRound, type RoundToScore } from './find-round.ts'
import { findSharedProof } from './find-shared-proof.ts'
import { type EstimateInput, ratingsOf } from './inputs.ts'
import { scoredMeanwhile } from '../problems.ts'
import { isDisputed, isEnough, nextStep, type RoundSoFar } from './round.ts'
import { estimates } from '../tables.ts'

export interface Scored {
  criterion: string
  inputs: EstimateInput[]
  prior: Prior
  estimate: Estimate
}

/**
 * Estimates every criterion of a review's round again, and in the same commit asks for the next
 * review, unless one is awaited already, or closes the round with its decision. Does nothing if the same numbers are stored
 * already, or if the round has closed: the author can read the comments of a later review, but its
 * ratings do not count.
 */
export async function estimateRoundOf(call: Call, reviewId: string): Promise<void> {
  const round = await findRound(call, reviewId)
  if (!round?.isOpen) return

  const scored = round.criteria.map((criterion) => score(criterion, round))
  if (scored.every((each) => isKnown(each, round))) return

  const soFar = roundSoFar(round, scored)
  const step = nextStep(soFar)
  const ending = step === 'close' ? await findSharedProof(call, round, soFar.states) : undefined
  await commit(
    call,
    [
      call.db.insert(estimates).values(scored.map((each) => rowOf(call, round, each))),
      ...(isEnough(soFar) ? [noLongerLate(call, round.submissionId)] : []),
      ...(step === 'close' ? endRound(call, round, soFar.states, ending) : next(call, round, step)),
      auditEntry(call, 'submission.scored', round.submissionId, { step }, round.organizationId),
    ],
    {
      answer: null,
      conflicts: {
        'estimates.submission_id, estimates.criterion, estimates.number': scoredMeanwhile,
        wanted_moved: scoredMeanwhile,
        round_closed: scoredMeanwhile,
        'decisions.submission_id': scoredMeanwhile,
      },
    },
  )
}

export function score(criterion: string, { inputs, priors }: RoundToScore): Scored {
  const own = inputs.get(criterion) ?? []
  const prior = priors.get(criterion) ?? pilotPrior
  return { criterion, inputs: own, prior, estimate: estimateOf(prior, ratingsOf(own)) }
}

/**
 * Whether an estimate from the same ratings, with the same shifts and variances of the reviewers, is
 * stored already. Two notes may lead to the same reviews; then the second has nothing to do.
 */
function isKnown({ criterion, inputs }: Scored, { latest }: RoundToScore): boolean {
  return latest.get(criterion)?.inputs === JSON.stringify(inputs)
}

export function roundSoFar(
  { reviews, pilot }: RoundToScore,
  scored: readonly Scored[],
): RoundSoFar {
  return {
    states: scored.map(({ estimate }) => estimate.state),
    peerReviews: reviews.peer,
    mentorReviews: reviews.mentor,
    count: Math.min(...scored.map(({ estimate }) => estimate.count)),
    pilot,
    disputed: isDisputed(scored.map(({ inputs }) => inputs.map(({ y }) => y))),
  }
}

function next(call: Call, round: RoundToScore, step: 'peer-review' | 'mentor-review'): Statement[] {
  const kind = step === 'mentor-review' ? 'mentor' : 'peer'
  const request = { submissionId: round.submissionId, kind, wanted: round.wanted[kind] } as const
  return isAwaited(round, kind) ? [] : requestReview(call, request)
}

/**
 * Whether to wait before asking for a review of this kind: a mentor is not asked while a mentor's
 * review has not settled, and a peer not while any review has not settled.
 */
function isAwaited({ wanted, settled }: RoundToScore, kind: 'peer' | 'mentor'): boolean {
  const mentorIsOut = wanted.mentor > settled.mentor
  return kind === 'mentor' ? mentorIsOut : mentorIsOut || wanted.peer > settled.peer
}

function rowOf(call: Call, round: RoundToScore, { criterion, inputs, prior, estimate }: Scored) {
  return {
    submissionId: round.submissionId,
    criterion,
    number: (round.latest.get(criterion)?.number ?? 0) + 1,
    model,
    priorMean: prior.mean,
    priorVariance: prior.variance,
    inputs: JSON.stringify(inputs),
    mean: estimate.mean,
    variance: estimate.variance,
    p: estimate.probability,
    count: estimate.count,
    state: estimate.state,
    at: call.now,
  }
}
