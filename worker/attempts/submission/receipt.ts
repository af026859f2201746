import type { submissions } from '../tables.ts'

/** What a student holds after handing in: what arrived when, and by when it is decided. */
export interface Receipt {
  submissionId: string
  attemptId: string
  round: number
  handedInAt: string
  /** Null while nobody in the programme may decide on this student. */
  promisedAt: string | null
}

type Row = Pick<typeof submissions.$inferSelect, 'id' | 'attemptId' | 'round' | 'at' | 'promisedAt'>

export function receiptOf(
  { id, attemptId, round, at, promisedAt }: Row,
  dateStands: boolean,
): Receipt {
  return {
    submissionId: id,
    attemptId,
    round,
    handedInAt: at.toISOString(),
    promisedAt: dateStands ? promisedAt.toISOString() : null,
  }
}
