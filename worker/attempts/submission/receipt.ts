import { reviewsOwed } from '../../scenarios/catalogue/reviews-owed.ts'
import type { WaitsFor } from '../attempt/find-waits-for.ts'
import type { submissions } from '../tables.ts'

/** A student's receipt for a submission: what arrived when, and the date of the decision. */
export interface Receipt {
  submissionId: string
  attemptId: string
  round: number
  handedInAt: string
  /** Null while no date is valid; `waitsFor` says what is missing. */
  promisedAt: string | null
  waitsFor: WaitsFor
  /** Reviews that the student owes for this round. */
  reviewsOwed: number
}

type Row = Pick<typeof submissions.$inferSelect, 'id' | 'attemptId' | 'round' | 'at' | 'promisedAt'>

export function receiptOf(
  { id, attemptId, round, at, promisedAt }: Row,
  waitsFor: WaitsFor,
): Receipt {
  return {
    submissionId: id,
    attemptId,
    round,
    handedInAt: at.toISOString(),
    promisedAt: waitsFor ? null : promisedAt.toISOString(),
    waitsFor,
    reviewsOwed: reviewsOwed(round) - reviewsOwed(round - 1),
  }
}
