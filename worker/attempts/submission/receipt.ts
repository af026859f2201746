import type { WaitsFor } from '../attempt/find-waits-for.ts'
import type { submissions } from '../tables.ts'

/** What a student holds after handing in: what arrived when, and by when it is decided. */
export interface Receipt {
  submissionId: string
  attemptId: string
  round: number
  handedInAt: string
  /** Null while no date stands; `waitsFor` says what it takes. */
  promisedAt: string | null
  waitsFor: WaitsFor
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
  }
}
