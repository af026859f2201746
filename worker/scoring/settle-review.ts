import type { Call } from '../foundation/call/call.ts'
import { part } from '../foundation/commit/commit.ts'
import type { Note } from '../foundation/outbox/note.ts'
import { openOwnResults } from './delay/open-results.ts'
import { estimateRoundOf } from './estimate/estimate-round.ts'
import { measureReviewers } from './reviewer/measure-reviewers.ts'

/**
 * Reaction to review.settled (a review's id): estimates its round, then measures the reviewers for
 * whom it is new evidence. In this order, so that the same reviews give the same decision. Then
 * opens the full result of the reviewer, if they owe no more reviews.
 */
export async function settleReview(call: Call, note: Note): Promise<void> {
  await estimateRoundOf(call, note.subjectId)
  await measureReviewers(part(call, 'measured'), note.subjectId)
  await openOwnResults(call, note)
}
