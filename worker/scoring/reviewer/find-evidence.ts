import { sql } from 'drizzle-orm'

import type { Db } from '../../foundation/call/db.ts'
import { unprovenVariance } from '../estimate/estimate.ts'
import type { AnchoredRating, AnchoredReview, ReviewerRole } from './profile.ts'

/** A person in one of the two roles in which they may review. */
export interface Measured {
  accountId: string
  role: ReviewerRole
}

/** An anchored review, and the version of the challenge whose rubric it used. */
export interface Evidence extends AnchoredReview {
  id: string
  versionHash: string
}

interface Row extends Omit<AnchoredRating, 'referenceVariance'> {
  id: string
  version_hash: string
  is_public: number
  reference_variance: number
  handed_in_at: number
}

const day = 86_400_000
const windowDays = 365
const mostReviews = 30
/**
 * The keys of public items can be read by anybody, so only the first eight of a person count, over
 * all challenges.
 */
const mostPublic = 8
/** Limits the cost: few people review more in a year. */
const mostRead = 300

/**
 * The last 30 anchored reviews of a reviewer in the year before `asOf`, the oldest first. A peer's
 * review is anchored by a hidden item or by the first mentor who judged the same submission; a
 * mentor's by a hidden item only. That peers agree is no evidence.
 */
export async function findEvidence(
  db: Db,
  { accountId, role }: Measured,
  asOf: Date,
): Promise<Evidence[]> {
  const settled = asOf.getTime()
  const own = sql`own AS MATERIALIZED (
    SELECT id, submission_id, item_id, handed_in_at FROM reviews
    WHERE reviewer_id = ${accountId} AND role = ${role} AND withdrawn_at IS NULL
      AND effective_at <= ${settled} AND handed_in_at > ${settled - windowDays * day}
    ORDER BY handed_in_at DESC LIMIT ${mostRead})`
  const [onItems, besideMentors] = await db.batch([
    db.all<Row>(sql`
      WITH ${own}
      SELECT own.id, own.handed_in_at, i.version_hash, i.source = 'public' AS is_public,
        g.criterion, g.level, known.value AS reference, i.anchor_variance AS reference_variance
      FROM own JOIN hidden_items i ON i.id = own.item_id
      JOIN json_each(i.levels) known
      JOIN ratings g ON g.review_id = own.id AND g.criterion = known.key`),
    db.all<Row>(sql`
      WITH ${own}, first AS MATERIALIZED (
        SELECT own.id, own.submission_id, own.handed_in_at, (SELECT r.id FROM reviews r
          WHERE r.submission_id = own.submission_id AND r.role = 'mentor'
            AND r.withdrawn_at IS NULL AND r.effective_at <= ${settled}
          ORDER BY r.effective_at, r.id LIMIT 1) AS mentor_review_id
        FROM own WHERE own.submission_id IS NOT NULL AND ${role} = 'peer')
      SELECT first.id, first.handed_in_at, s.version_hash, 0 AS is_public,
        g.criterion, g.level, t.level AS reference,
        coalesce(k.variance, ${unprovenVariance.mentor}) AS reference_variance
      FROM first CROSS JOIN reviews w ON w.id = first.mentor_review_id
      JOIN submissions s ON s.id = first.submission_id
      JOIN ratings t ON t.review_id = w.id
      JOIN ratings g ON g.review_id = first.id AND g.criterion = t.criterion
      LEFT JOIN reviewer_records k ON k.account_id = w.reviewer_id AND k.role = 'mentor'`),
  ])
  return latest([...onItems, ...besideMentors])
}

function latest(rows: readonly Row[]): Evidence[] {
  const inOrder = rows.toSorted(
    (one, other) =>
      one.handed_in_at - other.handed_in_at ||
      one.id.localeCompare(other.id) ||
      one.criterion.localeCompare(other.criterion),
  )
  const reviews = [...Map.groupBy(inOrder, ({ id }) => id).values()]
  const isPublic = (review: readonly Row[]) => review[0]?.is_public === 1
  const first = new Set(reviews.filter((review) => isPublic(review)).slice(0, mostPublic))
  return reviews
    .filter((review) => !isPublic(review) || first.has(review))
    .slice(-mostReviews)
    .map((review) => evidenceOf(review))
}

function evidenceOf(rows: readonly Row[]): Evidence {
  const [first] = rows
  if (!first) throw new Error('A group has at least one row.')
  const ratings = rows.map(({ criterion, level, reference, reference_variance }) => ({
    criterion,
    level,
    reference,
    referenceVariance: reference_variance,
  }))
  return { id: first.id, versionHash: first.version_hash, ratings }
}
