import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { itemAgreements } from '../../reviews/calibration-tables.ts'
import type { ItemQuestion } from './find-item-question.ts'

/** For a commit: stores the author's answer, in place of an earlier one. */
export function answerQuestion(
  { db, now, actorId }: Call,
  { submission_id: submissionId }: Pick<ItemQuestion, 'submission_id'>,
  agreed: boolean,
): Statement {
  return db
    .insert(itemAgreements)
    .values({ submissionId, studentId: actorId, agreed, answeredAt: now })
    .onConflictDoUpdate({ target: itemAgreements.submissionId, set: { agreed, answeredAt: now } })
}
