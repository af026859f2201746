import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import { mayReview, queueOrder, reviewableChallenges } from './may-review.ts'
import { type Offer, offersCompared } from './offer-order.ts'
import { releaseWindowDays } from './owed.ts'
import type { Reviewer } from './reviewer.ts'

export interface Standing {
  liveClaimId: string | undefined
  given: number
  owed: number
  lastHandedInAt: Date | undefined
  /** Newest first: claims given back for want of time or a technical fault. */
  releasedAt: Date[]
}

export interface FoundOffers {
  standing: Standing
  challengeId: string | undefined
  /** Practice answers judged in this challenge. */
  practised: number
  offers: Offer[]
}

interface StandingRow {
  live_claim: string | null
  given: number
  owed: number
  last: number | null
}
interface OfferRow {
  submission_id: string
  challenge_id: string
  late: number
  assigned: number
  credit: number
  hand_in_hour: number
  dice: number
  same_cohort: number
  practised: number
}

/** How a reviewer stands, and the first eight submissions they may be given; one round trip. */
export async function findOffers(
  call: Call,
  reviewer: Reviewer,
  challengeId: string | undefined,
): Promise<FoundOffers> {
  const { db, now } = call
  const since = now.getTime() - releaseWindowDays * 86_400_000
  const [standing, released, offers] = await db.batch([
    db.all<StandingRow>(standingOf(reviewer)),
    db.all<{ at: number }>(sql`
      SELECT ended_at AS at FROM claims WHERE reviewer_id = ${reviewer.id} AND end_reason = 'released'
        AND release_reason IN ('technical', 'no-time') AND ended_at > ${since}
      ORDER BY ended_at DESC LIMIT 3`),
    db.all<OfferRow>(offersFor(reviewer, now, challengeId)),
  ])
  const { live_claim: live, given = 0, owed = 0, last } = standing[0] ?? {}
  const [first] = offers
  return {
    standing: {
      liveClaimId: live ?? undefined,
      given,
      owed,
      lastHandedInAt: last ? new Date(last) : undefined,
      releasedAt: released.map(({ at }) => new Date(at)),
    },
    challengeId: first?.challenge_id,
    practised: first?.practised ?? 0,
    offers: offers.map(offerOf),
  }
}

function standingOf({ id }: Reviewer): SQL {
  return sql`SELECT
    (SELECT id FROM claims WHERE reviewer_id = ${id} AND ended_at IS NULL) AS live_claim,
    (SELECT count(*) FROM claims
      WHERE reviewer_id = ${id} AND role = 'peer' AND end_reason = 'submitted') AS given,
    ${owedBy(sql`${id}`)} AS owed,
    (SELECT max(handed_in_at) FROM reviews
      WHERE reviewer_id = ${id} AND withdrawn_at IS NULL) AS last`
}

/** reviewsOwed of owed.ts over all challenges: five for the first hand-in in each, three for a later one. */
export function owedBy(student: SQL): SQL {
  return sql`(SELECT coalesce(sum(2 + 3 * hand_ins), 0) FROM (
    SELECT count(*) AS hand_ins FROM submissions WHERE student_id = ${student} GROUP BY challenge_id))`
}

function offersFor(reviewer: Reviewer, now: Date, named: string | undefined): SQL {
  const allowed = mayReview(reviewer, now)
  // Without a challenge named: the one of theirs where work has waited longest.
  const challenge = named ? sql`${named}` : challengeWaitingLongest(reviewer, allowed)
  return sql`
    SELECT q.submission_id, q.challenge_id, q.late, q.assigned, q.credit, q.hand_in_hour, q.dice,
      EXISTS (SELECT 1 FROM cohort_members WHERE cohort_id = q.cohort_id
        AND membership_id = ${reviewer.membershipId}) AS same_cohort,
      (SELECT count(*) FROM practice_results
        WHERE account_id = ${reviewer.id} AND challenge_id = q.challenge_id) AS practised
    FROM submission_queue q WHERE q.challenge_id = ${challenge} AND ${allowed}
    ORDER BY ${queueOrder} LIMIT ${offersCompared}`
}

/** By the first eight on offer in each: reading all of a long queue would cost more than it tells. */
function challengeWaitingLongest(reviewer: Reviewer, allowed: SQL): SQL {
  return sql`(SELECT challenge_id FROM (
    SELECT mine.challenge_id, (SELECT min(hand_in_hour) FROM (
      SELECT q.hand_in_hour FROM submission_queue q
      WHERE q.challenge_id = mine.challenge_id AND ${allowed}
      ORDER BY ${queueOrder} LIMIT ${offersCompared})) AS since
    FROM ${reviewableChallenges(reviewer)} mine)
    WHERE since IS NOT NULL ORDER BY since LIMIT 1)`
}

function offerOf(row: OfferRow): Offer {
  return {
    submissionId: row.submission_id,
    late: row.late === 1,
    assigned: row.assigned,
    sameCohort: row.same_cohort === 1,
    credit: row.credit,
    handInHour: row.hand_in_hour,
    dice: row.dice,
  }
}
