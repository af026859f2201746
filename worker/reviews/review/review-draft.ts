import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { open, rowOf, seal } from '../../foundation/crypto/seal.ts'
import { ReviewInput } from './review-input.ts'
import { type Claim, ownerOf } from '../claim/find-claim.ts'
import { reviewDrafts } from '../tables.ts'

export interface DraftView extends ReviewInput {
  /** 0: nothing saved yet. */
  version: number
}

/**
 * The row that a draft is sealed for. It does not name the claim, because the draft may be copied
 * to the reviewer's next claim of the same answer.
 */
const draftRow = ({ reviewerId, submissionId, itemId }: Claim) =>
  rowOf(reviewerId, submissionId ?? itemId ?? '')

export function sealReviewDraft(call: Call, claim: Claim, body: string) {
  return seal(call, reviewDrafts.body, draftRow(claim), ownerOf(claim), body)
}

/** Opens a draft; version 0 and empty if nothing was saved yet. */
export async function openReviewDraft(
  call: Call,
  claim: Claim,
  body: string | null,
  version: number | null,
): Promise<DraftView> {
  if (body === null || version === null) return { version: 0, ratings: [], worked: '', tryNext: '' }
  const review = await open(call, reviewDrafts.body, draftRow(claim), body)
  return { version, ...v.parse(ReviewInput, JSON.parse(review)) }
}
