import * as v from 'valibot'

import { readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import type { Call } from '../../foundation/call/call.ts'
import { open, openOr, rowOf } from '../../foundation/crypto/seal.ts'
import { openName } from '../../accounts/account/open-account.ts'
import { ratings as ratingTable, reviews as reviewTable } from '../../reviews/tables.ts'
import type { GivenReview } from './given.ts'

/** A rating joined with its review. */
export interface ReviewRow {
  id: string
  submission_id: string
  reviewer_id: string
  name: string | null
  names_to_hide: string
  worked: string
  try_next: string
  criterion: string
  indicators: string
  reason: string
  above_signs: string | null
}

const Indicators = v.array(v.string())

/** Groups ratings by review and opens the sealed texts. */
export function openReviews(call: Call, rows: readonly ReviewRow[]): Promise<GivenReview[]> {
  const reviews = Map.groupBy(rows, ({ id }) => id)
  return allOf([...reviews.values()], (ratings) => openReview(call, ratings))
}

/** One review. Opens all its texts at the same time, so that the vault is called once. */
async function openReview(call: Call, rows: readonly ReviewRow[]): Promise<GivenReview> {
  const [first] = rows
  if (!first) throw new Error('A group has at least one row.')
  const { id } = first
  const [name, worked, tryNext, ratings] = await Promise.all([
    openName(call, first.reviewer_id, first.name, ''),
    open(call, reviewTable.worked, id, first.worked),
    open(call, reviewTable.tryNext, id, first.try_next),
    allOf(rows, (row) => openRating(call, row)),
  ])
  const reviewer = { name, programmes: readNamesToHide(first.names_to_hide) }
  const { submission_id: submissionId, reviewer_id: reviewerId } = first
  return { id, submissionId, reviewerId, reviewer, worked, tryNext, ratings }
}

async function openRating(call: Call, rating: ReviewRow) {
  const row = rowOf(rating.id, rating.criterion)
  return {
    criterion: rating.criterion,
    indicators: v.parse(Indicators, JSON.parse(rating.indicators)),
    reason: await open(call, ratingTable.reason, row, rating.reason),
    aboveSigns: await openOr(call, ratingTable.aboveSigns, row, rating.above_signs, ''),
  }
}
