import { sql } from 'drizzle-orm'

import { openAnswers } from '../../attempts/answers.ts'
import { waitsForOf } from '../../attempts/attempt/find-waits-for.ts'
import { namesToHideOf, readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import { readableAt } from '../../attempts/attempt/revision.ts'
import { recordedTurns } from '../../attempts/attempt/recorded-turns.ts'
import type { turns } from '../../attempts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { isRead } from '../../notifications/is-read.ts'
import { isPilot } from '../../scenarios/challenge/pilot.ts'
import { findWithItems } from '../../reviews/calibration/find-with-items.ts'
import { toReview } from '../../reviews/queue/find-to-review.ts'
import { type LatestEstimateRow, latestEstimates } from './find-latest-estimates.ts'
import { settledIn } from '../delay/find-delayed.ts'
import { type ReviewRow, openReviews } from './open-reviews.ts'
import { otherProof } from './other-proof.ts'
import { delayIn } from './own-delay.ts'
import {
  type RoundRow,
  type SubmissionRow,
  factsOf,
  roundOf,
  storedEstimate,
} from './result-rows.ts'
import { resultView } from './result-view.ts'

type TurnRow = Pick<typeof turns.$inferSelect, 'kind' | 'choiceId'>

/**
 * The result of the caller's latest hand-in of an attempt, or of the round `number`. Undefined if
 * there is no such hand-in.
 */
export async function findResult(call: Call, { attemptId = '', number }: Record<string, string>) {
  const { db, now, actorId } = call
  const isAsked = number === undefined ? sql`1` : sql`round = ${Number(number)}`
  const own = sql`SELECT id FROM submissions WHERE attempt_id = ${attemptId} AND student_id = ${actorId}
    AND ${isAsked} ORDER BY round DESC LIMIT 1`
  const waitsFor = waitsForOf(sql`s.id`, sql`s.student_id`, sql`s.organization_id`)
  const ownRound = { accountId: sql`s.student_id`, id: sql`a.id`, version: sql`s.round` }
  const isOpen = sql`w.withdrawn_at IS NULL AND w.effective_at <= ${now.getTime()}`
  const [[submission], recorded, reviews, estimates, rounds] = await db.batch([
    db.all<SubmissionRow>(sql`
      SELECT a.state AS attempt_state, a.round AS attempt_round, a.ended_at, v.body, s.id, s.round, s.answers, s.at,
        r.state AS round_state, r.open_criteria, ${readableAt(sql`r`)} AS readable_at,
        EXISTS (SELECT 1 FROM attempts later WHERE later.student_id = s.student_id
          AND later.started_at > a.started_at AND later.challenge_id = s.challenge_id) AS has_later,
        n.proficient, n.later, s.promised_at,
        ${isRead(ownRound)} AS is_read, coalesce(p.missed, 0) AS missed, ${waitsFor} AS waits_for,
        -- Settled reviews, and whether a wanted one has not settled.
        (SELECT count(*) FROM reviews w
          WHERE w.submission_id = s.id AND w.role = 'peer' AND ${isOpen}) AS peers,
        (SELECT count(*) FROM reviews w
          WHERE w.submission_id = s.id AND w.role = 'mentor' AND ${isOpen}) AS mentors,
        coalesce((SELECT sum(wanted) FROM submission_queue WHERE submission_id = s.id), 0)
          > (SELECT count(*) FROM reviews w
            WHERE w.submission_id = s.id AND w.surplus = 0 AND ${isOpen}) AS is_awaited,
        EXISTS (SELECT 1 FROM submission_queue
          WHERE submission_id = s.id AND kind = 'mentor' AND wanted > 0) AS mentor_asked,
        ${isPilot(sql`s.version_hash`)} AS pilot,
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
        ${settledIn(now)} AS settled,
        (SELECT max(c.ended_at) FROM claims c WHERE c.reviewer_id = s.student_id
          AND c.challenge_id = s.challenge_id AND c.role = 'peer' AND c.end_reason = 'submitted') AS last_given_at,
        l.owed AS delay_owed, l.idle_since, l.opens_at, l.opened_at,
        d.id AS decision_id, d.state AS decision, d.level, d.decided_at, ${otherProof(sql`d.id`)} AS other_proof
      FROM submissions s
      JOIN attempts a ON a.id = s.attempt_id
      JOIN rounds r ON r.attempt_id = s.attempt_id AND r.number = s.round
      JOIN challenge_versions v ON v.hash = s.version_hash
      LEFT JOIN rounds_needed n ON n.challenge_id = s.challenge_id
      LEFT JOIN promises p ON p.submission_id = s.id
      LEFT JOIN decisions d ON d.submission_id = s.id
      LEFT JOIN delayed_results l ON l.submission_id = s.id
      WHERE s.id = (${own})`),
    db.all<TurnRow>(sql`
      SELECT t.kind, t.choice_id AS choiceId FROM turns t
      JOIN submissions s ON s.attempt_id = t.attempt_id
      WHERE s.id = (${own}) ORDER BY t.number`),
    db.all<ReviewRow>(sql`
      SELECT w.id, w.submission_id, w.reviewer_id, a.name, ${namesToHideOf(sql`w.reviewer_id`)} AS names_to_hide, w.worked, w.try_next, g.criterion, g.indicators, g.reason, g.above_signs FROM reviews w
      JOIN accounts a ON a.id = w.reviewer_id
      JOIN ratings g ON g.review_id = w.id
      WHERE w.submission_id IN (SELECT id FROM submissions WHERE attempt_id = ${attemptId}
          AND round <= (SELECT round FROM submissions WHERE id = (${own})))
        AND ${isOpen} ORDER BY w.id`),
    db.all<LatestEstimateRow>(latestEstimates(sql`SELECT id AS submission_id FROM (${own})`)),
    db.all<RoundRow>(sql`
      SELECT s.round, s.at, d.state, d.decided_at FROM submissions s
      LEFT JOIN decisions d ON d.submission_id = s.id
      WHERE s.attempt_id = ${attemptId} AND s.student_id = ${actorId} ORDER BY s.round`),
  ])
  if (!submission) return undefined
  const waiting = await findWithItems(call, attemptId, submission.to_review)
  return resultView({
    ...factsOf(submission, call.reader.zone),
    answers: await openAnswers(call, submission.id, submission.answers),
    toReview: waiting,
    delay: delayIn(submission, waiting > 0, now),
    rounds: rounds.map(roundOf),
    turns: recordedTurns(recorded),
    programmes: readNamesToHide(submission.names_to_hide),
    reviews: await openReviews(call, reviews),
    estimates: estimates.map(storedEstimate),
  })
}
