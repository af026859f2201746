import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { retireItems } from '../../reviews/calibration/retire-items.ts'
import { answerQuestion } from './answer-question.ts'
import type { ItemQuestion } from './find-item-question.ts'

/**
 * The author says no, or takes a yes back: items of this attempt, also of earlier rounds, are
 * retired.
 */
export async function declineItem(call: Call, asked: ItemQuestion): Promise<void> {
  const { submission_id: submissionId, attempt_id: attemptId } = asked
  const ofAttempt = sql`(SELECT id FROM submissions WHERE attempt_id = ${attemptId})`
  await commit(
    call,
    [
      ...retireItems(call, ofAttempt),
      call.db.run(sql`UPDATE item_agreements SET agreed = 0, answered_at = ${call.now.getTime()}
        WHERE submission_id IN ${ofAttempt} AND agreed = 1`),
      answerQuestion(call, asked, false),
      auditEntry(call, 'submission.item-declined', submissionId, {}, asked.organization_id),
    ],
    { answer: null },
  )
}
