import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { inText } from '../../foundation/call/in-text.ts'
import { ifReviewable, mayReview, queueOrder, reviewableChallenges } from './may-review.ts'
import { drawingIn, type FoundDrawing, readDrawing } from '../calibration/find-drawing.ts'
import { type Offer, offersCompared } from './offer-order.ts'
import { offeredFirst } from './preferred.ts'
import { practisedBy } from '../standing/find-practised.ts'
import { readStanding, standingOf } from '../standing/find-standing.ts'
import type { Standing } from '../standing/owed.ts'
import type { Reviewer } from '../standing/reviewer.ts'

export interface FoundOffers {
  standing: Standing
  liveClaimId: string | undefined
  challengeId: string | undefined
  /** Practice answers judged in this challenge. */
  practised: number
  offers: Offer[]
  drawing: FoundDrawing | undefined
}

interface OfferRow {
  submission_id: string
  challenge_id: string
  late: number
  assigned: number
  credit: number
  hand_in_hour: number
  random_order: number
  preferred: number
  same_cohort: number
  practised: number
  drawing: string
}

/** A reviewer's standing and the first eight submissions they may be given, in one round trip. */
export async function findOffers(
  call: Call,
  reviewer: Reviewer,
  challengeId: string | undefined,
): Promise<FoundOffers> {
  const { db, now } = call
  const [standing, offers] = await db.batch([
    standingOf(call, reviewer),
    db.all<OfferRow>(offersFor(reviewer, now, challengeId)),
  ])
  const [first] = offers
  return {
    ...readStanding(standing),
    challengeId: first?.challenge_id,
    practised: first?.practised ?? 0,
    offers: offers.map(offerOf),
    drawing: first && readDrawing(first.drawing),
  }
}

function offersFor(reviewer: Reviewer, now: Date, named: string | undefined): SQL {
  const allowed = mayReview(reviewer, now)
  const challenge = named
    ? ifReviewable(reviewer, named)
    : sql`coalesce(${challengeOfferedFirst(reviewer, now, allowed)}, ${onlyChallenge(reviewer)},
        ${challengeWaitingLongest(reviewer, allowed)})`
  const offer = sql`SELECT q.submission_id, q.challenge_id, q.late, q.assigned, q.credit, q.hand_in_hour, q.random_order,
      q.preferred_id IS ${reviewer.id} AS preferred,
      EXISTS (SELECT 1 FROM cohort_members WHERE cohort_id = q.cohort_id
        AND membership_id = ${reviewer.membershipId}) AS same_cohort,
      ${practisedBy(reviewer.id, sql`(SELECT challenge_id FROM chosen)`)} AS practised,
      ${drawingIn(reviewer, sql`(SELECT challenge_id FROM chosen)`)} AS drawing`
  const isChosen = sql`q.challenge_id = (SELECT challenge_id FROM chosen) AND ${allowed}`
  return sql`
    WITH chosen AS MATERIALIZED (SELECT ${challenge} AS challenge_id)
    SELECT * FROM (${offer} FROM ${offeredFirst(reviewer.id, now)} AND ${isChosen} LIMIT 1)
    UNION ALL SELECT * FROM (${offer} FROM submission_queue q WHERE ${isChosen}
      ORDER BY ${queueOrder} LIMIT ${inText(offersCompared)})`
}

/** The challenge of an answer that this reviewer is offered first, if there is one. */
function challengeOfferedFirst(reviewer: Reviewer, now: Date, allowed: SQL): SQL {
  return sql`(SELECT q.challenge_id FROM ${offeredFirst(reviewer.id, now)} AND ${allowed} LIMIT 1)`
}

/** The challenge of somebody who can review in one only: then the queue is walked once, not twice. */
function onlyChallenge(reviewer: Reviewer): SQL {
  return sql`(SELECT max(challenge_id) FROM ${reviewableChallenges(reviewer)} HAVING count(*) = 1)`
}

/**
 * The challenge whose work has waited longest. Looks only at the first eight offers of each
 * challenge, to save reads in a long queue.
 */
function challengeWaitingLongest(reviewer: Reviewer, allowed: SQL): SQL {
  return sql`(SELECT challenge_id FROM (
    SELECT mine.challenge_id, (SELECT min(hand_in_hour) FROM (
      SELECT q.hand_in_hour FROM submission_queue q
      WHERE q.challenge_id = mine.challenge_id AND ${allowed}
      ORDER BY ${queueOrder} LIMIT ${inText(offersCompared)})) AS since
    FROM ${reviewableChallenges(reviewer)} mine)
    WHERE since IS NOT NULL ORDER BY since LIMIT 1)`
}

function offerOf(row: OfferRow): Offer {
  return {
    submissionId: row.submission_id,
    preferred: row.preferred === 1,
    late: row.late === 1,
    assigned: row.assigned,
    sameCohort: row.same_cohort === 1,
    credit: row.credit,
    handInHour: row.hand_in_hour,
    randomOrder: row.random_order,
  }
}
