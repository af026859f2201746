import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { type Sealed, rowOf, seal } from '../../foundation/crypto/seal.ts'
import { blankIfRetired } from '../calibration/retire-items.ts'
import { creditAgain } from '../standing/credit-again.ts'
import { type Claim, ownerOf } from '../claim/find-claim.ts'
import type { ClaimToReview } from './find-claim-to-review.ts'
import { effectiveAt, soonestHandIn } from '../claim/lease.ts'
import {
  claimEnded,
  levelsLocked,
  reasonsAlike,
  reviewAlreadyHandedIn,
  reviewIncomplete,
  reviewTooSoon,
} from '../problems.ts'
import { alikeReasonIn, gapIn, isAboveSigns } from './review.ts'
import { areAsLocked, lockedLevelsOf } from './locked-levels.ts'
import type { ReviewInput } from './review-input.ts'
import { ratings, reviews } from '../tables.ts'

/**
 * Hands a review in. It can be undone for a minute; then its note runs and scoring uses it. If the
 * claim had lapsed, the review is assigned again if one is still wanted; otherwise, and after the
 * round has closed, it is surplus.
 */
export async function handInReview(call: Call, toReview: ClaimToReview, review: ReviewInput) {
  refuse(call, toReview, review)
  const { claim } = toReview
  const reviewId = newId()
  const settlesAt = effectiveAt(call.now)
  const owner = ownerOf(claim)
  const comments = {
    worked: await seal(call, reviews.worked, reviewId, owner, review.worked),
    tryNext: await seal(call, reviews.tryNext, reviewId, owner, review.tryNext),
  }
  const rows = await allOf(review.ratings, (rating) => ratingRow(call, toReview, reviewId, rating))
  return commit(
    call,
    [
      assignAgain(call, claim),
      insertReview(call, claim, reviewId, comments),
      guard(call, 'claim_ended'),
      call.db.insert(ratings).values(rows),
      ...blankIfRetired(call, claim.itemId, reviewId),
      call.db.run(sql`UPDATE claims SET ended_at = ${call.now.getTime()}, end_reason = 'submitted'
        WHERE id = ${claim.id} AND ${isOpenTo}`),
      guard(call, 'claim_ended'),
      creditAgain(call, claim.reviewerId),
      note(call, 'review.settled', reviewId, { dueAt: settlesAt }),
      auditEntry(call, 'review.handed-in', reviewId),
    ],
    {
      answer: { id: reviewId, undoUntil: settlesAt.toISOString() },
      conflicts: {
        claim_ended: claim.endReason === 'submitted' ? reviewAlreadyHandedIn : claimEnded,
        'reviews.submission_id, reviews.reviewer_id': reviewAlreadyHandedIn,
        'reviews.item_id, reviews.reviewer_id': reviewAlreadyHandedIn,
      },
    },
  )
}

function refuse(
  call: Call,
  { claim, criteria, words, lastHandedInAt }: ClaimToReview,
  review: ReviewInput,
) {
  if (claim.endReason === 'submitted') throw reviewAlreadyHandedIn()
  const locked = lockedLevelsOf(claim)
  if (locked && !areAsLocked(review.ratings, locked)) throw levelsLocked()
  const gap = gapIn(review, criteria)
  if (gap) throw reviewIncomplete(undefined, { ...gap })
  const alike = alikeReasonIn(review.ratings)
  if (alike) throw reasonsAlike(undefined, { criterion: alike })
  const soonest = soonestHandIn(claim.claimedAt, words, lastHandedInAt)
  if (soonest > call.now) {
    const seconds = Math.ceil((soonest.getTime() - call.now.getTime()) / 1000)
    throw reviewTooSoon(
      undefined,
      { from: soonest.toISOString() },
      { 'retry-after': String(seconds) },
    )
  }
}

/** SQL on claims: the review may still be handed in. */
const isOpenTo = sql`(ended_at IS NULL OR end_reason = 'lapsed')`

/**
 * Assigns the review of a lapsed claim again, if one is still wanted. Does nothing for a live
 * claim, whose review is still assigned.
 */
function assignAgain({ db }: Call, { id, submissionId, role }: Claim) {
  return db.run(sql`UPDATE submission_queue SET assigned = assigned + 1
    WHERE submission_id = ${submissionId} AND kind = ${role} AND assigned < wanted
      AND EXISTS (SELECT 1 FROM claims WHERE id = ${id} AND end_reason = 'lapsed')`)
}

interface Comments {
  worked: Sealed
  tryNext: Sealed
}

/**
 * Inserts the review. Must follow assignAgain directly: `changes()` says whether that statement
 * assigned the review again.
 */
function insertReview({ db, now }: Call, claim: Claim, reviewId: string, review: Comments) {
  return db.run(sql`
    INSERT INTO reviews (id, submission_id, item_id, reviewer_id, role, claim_id, worked, try_next,
      handed_in_at, effective_at, surplus)
    SELECT ${reviewId}, c.submission_id, c.item_id, c.reviewer_id, c.role, c.id, ${review.worked},
      ${review.tryNext}, ${now.getTime()}, ${effectiveAt(now).getTime()},
      c.item_id IS NULL AND NOT (r.state = 'open' AND (c.ended_at IS NULL OR changes() = 1))
    FROM claims c
    LEFT JOIN submissions s ON s.id = c.submission_id
    LEFT JOIN rounds r ON r.attempt_id = s.attempt_id AND r.number = s.round
    WHERE c.id = ${claim.id} AND ${isOpenTo}`)
}

async function ratingRow(
  call: Call,
  { claim, criteria }: ClaimToReview,
  reviewId: string,
  { criterion, level, indicators, reason, aboveSigns = '' }: ReviewInput['ratings'][number],
) {
  const rated = criteria.find(({ competency }) => competency === criterion)
  if (level === null || !rated) throw new Error('Checked before: every criterion has a level.')
  // The ticks may have changed since this text was written. Drops it if it is no longer needed.
  const isAsked = isAboveSigns({ level, indicators }, rated)
  const row = rowOf(reviewId, criterion)
  const owner = ownerOf(claim)
  return {
    reviewId,
    criterion,
    level,
    indicators: JSON.stringify(indicators),
    reason: await seal(call, ratings.reason, row, owner, reason),
    aboveSigns: isAsked ? await seal(call, ratings.aboveSigns, row, owner, aboveSigns) : null,
  }
}
