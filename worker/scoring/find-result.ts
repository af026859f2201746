import { sql } from 'drizzle-orm'

import type { Attempt } from '../attempts/attempt/attempt.ts'
import { waitsForOf } from '../attempts/attempt/find-waits-for.ts'
import { namesToHideOf, readNamesToHide } from '../attempts/submission/find-names-to-hide.ts'
import { recordedTurns } from '../attempts/attempt/recorded-turns.ts'
import type { turns } from '../attempts/tables.ts'
import type { Call } from '../foundation/call/call.ts'
import { isRead } from '../notifications/is-read.ts'
import { toReview } from '../reviews/queue/find-to-review.ts'
import { readChallengeVersion } from '../scenarios/challenge/find-challenge-version.ts'
import type { CriterionState } from './estimate.ts'
import { readInputs } from './inputs.ts'
import { type ReviewRow, openReviews } from './open-reviews.ts'
import type { StoredEstimate } from './result.ts'
import type { ResultFacts } from './result-facts.ts'
import { resultView } from './result-view.ts'

interface SubmissionRow {
  attempt_state: Attempt['state']
  ended_at: number | null
  body: string
  at: number
  promised_at: number
  missed: number
  waits_for: ResultFacts['waitsFor']
  is_read: number
  expected: number
  hand_ins: number
  given: number
  names_to_hide: string
  to_review: number
  decision_id: string | null
  decision: CriterionState | null
  level: number | null
  decided_at: number | null
}
type EstimateRow = Omit<StoredEstimate, 'inputs'> & { inputs: string }
type TurnRow = Pick<typeof turns.$inferSelect, 'kind' | 'choiceId'>

/** The result of the caller's latest hand-in of an attempt; undefined before there is one. */
export async function findResult(call: Call, { attemptId = '' }: Record<string, string>) {
  const { db, now, actorId } = call
  const own = sql`SELECT id FROM submissions WHERE attempt_id = ${attemptId} AND student_id = ${actorId} ORDER BY round DESC LIMIT 1`
  const waitsFor = waitsForOf(sql`s.id`, sql`s.student_id`, sql`s.organization_id`)
  const ownRound = { accountId: sql`s.student_id`, id: sql`a.id`, version: sql`a.round` }
  const isOpen = sql`w.withdrawn_at IS NULL AND w.effective_at <= ${now.getTime()}`
  const [[submission], recorded, reviews, estimates] = await db.batch([
    db.all<SubmissionRow>(sql`
      SELECT a.state AS attempt_state, a.ended_at, v.body, s.at, s.promised_at,
        ${isRead(ownRound)} AS is_read, coalesce(p.missed, 0) AS missed, ${waitsFor} AS waits_for,
        -- expected: the settled reviews, plus one if more are wanted; at least the pilot's three.
        max(3, (SELECT count(*) FROM reviews w WHERE w.submission_id = s.id AND ${isOpen})
          + (coalesce((SELECT sum(wanted) FROM submission_queue WHERE submission_id = s.id), 0)
          > (SELECT count(*) FROM reviews w WHERE w.submission_id = s.id AND w.surplus = 0 AND ${isOpen}))) AS expected,
        -- hand_ins: none if the student has left the programme, because then they owe no reviews.
        (SELECT count(*) FROM submissions o
          WHERE o.student_id = s.student_id AND o.challenge_id = s.challenge_id
            AND EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = s.student_id
              AND m.organization_id = s.organization_id AND m.role = 'student'
              AND m.ended_at IS NULL)) AS hand_ins,
        (SELECT count(*) FROM claims c WHERE c.reviewer_id = s.student_id
          AND c.challenge_id = s.challenge_id AND c.role = 'peer' AND c.end_reason = 'submitted') AS given,
        ${namesToHideOf(sql`s.student_id`)} AS names_to_hide,
        ${toReview(call, sql`s.challenge_id`, sql`s.organization_id`)} AS to_review,
        d.id AS decision_id, d.state AS decision, d.level, d.decided_at
      FROM submissions s
      JOIN attempts a ON a.id = s.attempt_id
      JOIN challenge_versions v ON v.hash = s.version_hash
      LEFT JOIN promises p ON p.submission_id = s.id
      LEFT JOIN decisions d ON d.submission_id = s.id
      WHERE s.id = (${own})`),
    db.all<TurnRow>(sql`
      SELECT t.kind, t.choice_id AS choiceId FROM turns t
      JOIN submissions s ON s.attempt_id = t.attempt_id
      WHERE s.id = (${own}) ORDER BY t.number`),
    db.all<ReviewRow>(sql`
      SELECT w.id, w.reviewer_id, a.name, ${namesToHideOf(sql`w.reviewer_id`)} AS names_to_hide, w.worked, w.try_next, g.criterion, g.indicators, g.reason, g.above_signs FROM reviews w
      JOIN accounts a ON a.id = w.reviewer_id
      JOIN ratings g ON g.review_id = w.id
      WHERE w.submission_id = (${own}) AND ${isOpen} ORDER BY w.id`),
    db.all<EstimateRow>(sql`
      SELECT criterion, state, mean, variance, prior_mean AS priorMean,
        prior_variance AS priorVariance, inputs, max(number) FROM estimates
      WHERE submission_id = (${own}) GROUP BY criterion`),
  ])
  if (!submission) return undefined
  return resultView({
    ...factsOf(submission),
    turns: recordedTurns(recorded),
    programmes: readNamesToHide(submission.names_to_hide),
    reviews: await openReviews(call, reviews),
    estimates: estimates.map((row) => ({ ...row, inputs: readInputs(row.inputs) })),
  })
}

function factsOf(row: SubmissionRow) {
  const { decision_id: id, decision: state, decided_at: decidedAt, level } = row
  const isDecided = id !== null && state !== null && decidedAt !== null
  return {
    attempt: { state: row.attempt_state, endedAt: dateOf(row.ended_at) },
    version: readChallengeVersion(row.body),
    handedInAt: new Date(row.at),
    promisedAt: new Date(row.promised_at),
    missed: row.missed,
    waitsFor: row.waits_for,
    isRead: row.is_read === 1,
    reviewsExpected: row.expected,
    handIns: row.hand_ins,
    given: row.given,
    toReview: row.to_review,
    decision: isDecided ? { id, state, level, decidedAt: new Date(decidedAt) } : undefined,
  } satisfies Partial<ResultFacts>
}

const dateOf = (at: number | null) => (at === null ? null : new Date(at))
