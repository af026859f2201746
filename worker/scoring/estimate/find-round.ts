import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { isPilot } from '../../scenarios/challenge/pilot.ts'
import { type Prior, unprovenVariance } from './estimate.ts'
import type { EstimateInput } from './inputs.ts'

/** A round with its settled reviews and latest estimates, as scoring needs them. */
export interface RoundToScore {
  submissionId: string
  attemptId: string
  number: number
  organizationId: string
  studentId: string
  skill: string
  isOpen: boolean
  /** The challenge is in pilot, so no round closes without a mentor's review. */
  pilot: boolean
  criteria: string[]
  wanted: CountByRole
  /** How many of the `wanted` reviews have settled. */
  settled: CountByRole
  /** The settled reviews whose levels are used, including surplus ones. */
  reviews: CountByRole
  /** By criterion, as frozen at hand-in. */
  priors: Map<string, Prior>
  /** Ratings by criterion, in the order in which their reviews settled. */
  inputs: Map<string, EstimateInput[]>
  /** By criterion: number and inputs of the latest estimate. */
  latest: Map<string, { number: number; inputs: string }>
}

interface CountByRole {
  peer: number
  mentor: number
}

interface RoundRow {
  id: string
  attempt_id: string
  round: number
  organization_id: string
  student_id: string
  skill: string
  pilot: number
  state: string
  open_criteria: string
  peer_wanted: number
  mentor_wanted: number
}
interface RatingRow {
  review_id: string
  role: 'peer' | 'mentor'
  surplus: number
  criterion: string
  level: number
  variance: number | null
  shift: number | null
  set_aside: number | null
}
interface PriorRow {
  criterion: string
  mean: number
  variance: number
}
interface LatestRow {
  criterion: string
  number: number
  inputs: string
}

/** The round that a review belongs to; undefined if the review was undone. */
export async function findRound(call: Call, reviewId: string): Promise<RoundToScore | undefined> {
  const { db, now } = call
  const [[round], ratings, priors, latest] = await db.batch([
    db.all<RoundRow>(sql`
      SELECT s.id, s.attempt_id, s.round, s.organization_id, s.student_id, s.skill,
        ${isPilot(sql`s.version_hash`)} AS pilot, r.state, r.open_criteria,
        p.wanted AS peer_wanted, m.wanted AS mentor_wanted
      FROM reviews w
      JOIN submissions s ON s.id = w.submission_id
      JOIN rounds r ON r.attempt_id = s.attempt_id AND r.number = s.round
      JOIN submission_queue p ON p.submission_id = s.id AND p.kind = 'peer'
      JOIN submission_queue m ON m.submission_id = s.id AND m.kind = 'mentor'
      WHERE w.id = ${reviewId} AND w.withdrawn_at IS NULL`),
    db.all<RatingRow>(sql`
      SELECT w.id AS review_id, w.role, w.surplus, g.criterion, g.level,
        k.variance, k.shift, k.set_aside
      FROM reviews w
      JOIN ratings g ON g.review_id = w.id
      LEFT JOIN reviewer_records k ON k.account_id = w.reviewer_id AND k.role = w.role
      WHERE w.submission_id = (SELECT submission_id FROM reviews WHERE id = ${reviewId})
        AND w.withdrawn_at IS NULL AND w.effective_at <= ${now.getTime()}
      ORDER BY w.effective_at, w.id, g.criterion`),
    db.all<PriorRow>(sql`
      SELECT criterion, mean, variance FROM submission_priors
      WHERE submission_id = (SELECT submission_id FROM reviews WHERE id = ${reviewId})`),
    db.all<LatestRow>(sql`
      SELECT criterion, max(number) AS number, inputs FROM estimates
      WHERE submission_id = (SELECT submission_id FROM reviews WHERE id = ${reviewId})
      GROUP BY criterion`),
  ])
  if (!round) return undefined
  return {
    submissionId: round.id,
    attemptId: round.attempt_id,
    number: round.round,
    organizationId: round.organization_id,
    studentId: round.student_id,
    skill: round.skill,
    isOpen: round.state === 'open',
    pilot: round.pilot === 1,
    criteria: v.parse(v.array(v.string()), JSON.parse(round.open_criteria)),
    wanted: { peer: round.peer_wanted, mentor: round.mentor_wanted },
    settled: countReviews(ratings.filter(({ surplus }) => surplus === 0)),
    reviews: countReviews(ratings.filter(({ set_aside }) => set_aside !== 1)),
    priors: new Map(priors.map(({ criterion, ...prior }) => [criterion, prior])),
    inputs: inputsByCriterion(ratings),
    latest: new Map(latest.map(({ criterion, ...estimate }) => [criterion, estimate])),
  }
}

function countReviews(ratings: readonly RatingRow[]): CountByRole {
  const count = (role: RatingRow['role']) =>
    new Set(ratings.filter((each) => each.role === role).map((each) => each.review_id)).size
  return { peer: count('peer'), mentor: count('mentor') }
}

function inputsByCriterion(ratings: readonly RatingRow[]): Map<string, EstimateInput[]> {
  const grouped = Map.groupBy(ratings, ({ criterion }) => criterion)
  return new Map(Array.from(grouped, ([criterion, rows]) => [criterion, rows.map(inputOf)]))
}

function inputOf(row: RatingRow): EstimateInput {
  return {
    review: row.review_id,
    y: row.level,
    b: row.shift ?? 0,
    v: row.variance ?? unprovenVariance[row.role],
    mentor: row.role === 'mentor',
    setAside: row.set_aside === 1,
  }
}
