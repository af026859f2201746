import * as v from 'valibot'

import type { Attempt } from '../../attempts/attempt/attempt.ts'
import { reviseUntil } from '../../attempts/attempt/revision.ts'
import { readChallengeVersion } from '../../scenarios/challenge/find-challenge-version.ts'
import type { CriterionState } from '../estimate/estimate.ts'
import type { LatestEstimateRow } from './find-latest-estimates.ts'
import type { StoredEstimate } from './given.ts'
import { readInputs } from '../estimate/inputs.ts'
import { readOtherProof } from './other-proof.ts'
import { reviewsExpected } from './reviews-expected.ts'
import type { ResultFacts, RoundFacts } from './result-facts.ts'

export interface SubmissionRow {
  id: string
  round: number
  answers: string
  attempt_state: Attempt['state']
  attempt_round: number
  round_state: 'open' | 'closed'
  open_criteria: string
  readable_at: number | null
  has_later: number
  proficient: number | null
  later: number | null
  ended_at: number | null
  body: string
  at: number
  promised_at: number
  missed: number
  waits_for: ResultFacts['waitsFor']
  is_read: number
  peers: number
  mentors: number
  is_awaited: number
  mentor_asked: number
  pilot: number
  hand_ins: number
  given: number
  names_to_hide: string
  to_review: number
  settled: number
  last_given_at: number | null
  delay_owed: number | null
  idle_since: number | null
  opens_at: number | null
  opened_at: number | null
  decision_id: string | null
  decision: CriterionState | null
  level: number | null
  decided_at: number | null
  other_proof: string | null
}
export interface RoundRow {
  round: number
  at: number
  state: CriterionState | null
  decided_at: number | null
}

export function storedEstimate(row: LatestEstimateRow): StoredEstimate {
  const { criterion, state, mean, variance, round } = row
  return {
    submissionId: row.estimated_id,
    round,
    handedInAt: new Date(row.handed_in_at),
    criterion,
    state,
    mean,
    variance,
    priorMean: row.prior_mean,
    priorVariance: row.prior_variance,
    inputs: readInputs(row.inputs),
  }
}

/** Until when the next round can be handed in, if this is the last round and the attempt is over. */
function untilOf(row: SubmissionRow, zone: string): Date | undefined {
  if (row.attempt_state !== 'closed' || row.attempt_round !== row.round || row.has_later)
    return undefined
  return reviseUntil(
    {
      state: row.round_state,
      number: row.round,
      openCriteria: v.parse(v.array(v.string()), JSON.parse(row.open_criteria)),
      readableAt: dateOf(row.readable_at),
    },
    zone,
  )
}

/** What a result says about its hand-in, apart from texts, reviews and estimates. */
export function factsOf(row: SubmissionRow, zone: string) {
  const { decision_id: id, decision: state, decided_at: decidedAt, level } = row
  const isDecided = id !== null && state !== null && decidedAt !== null
  return {
    attempt: {
      state: row.attempt_state,
      round: row.attempt_round,
      endedAt: dateOf(row.ended_at),
    },
    submissionId: row.id,
    round: row.round,
    reviseUntil: untilOf(row, zone),
    roundsNeeded: { proficient: row.proficient ?? 0, later: row.later ?? 0 },
    version: readChallengeVersion(row.body),
    handedInAt: new Date(row.at),
    promisedAt: new Date(row.promised_at),
    missed: row.missed,
    waitsFor: row.waits_for,
    isRead: row.is_read === 1,
    reviewsExpected: reviewsExpected({
      peers: row.peers,
      mentors: row.mentors,
      pilot: row.pilot === 1,
      mentorAsked: row.mentor_asked === 1,
      isAwaited: row.is_awaited === 1,
    }),
    handIns: row.hand_ins,
    given: row.given,
    otherProof: readOtherProof(row.other_proof),
    decision: isDecided ? { id, state, level, decidedAt: new Date(decidedAt) } : undefined,
  } satisfies Partial<ResultFacts>
}

export const dateOf = (at: number | null) => (at === null ? null : new Date(at))

export function roundOf({ round, at, state, decided_at: decidedAt }: RoundRow): RoundFacts {
  return { round, handedInAt: new Date(at), decision: state, decidedAt: dateOf(decidedAt) }
}
