import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { namesToHideOf } from '../../attempts/submission/find-names-to-hide.ts'
import { unprovenVariance } from '../estimate/estimate.ts'

/** The caller's latest submission of an attempt, and whether it may become a hidden item. */
export interface ItemQuestion {
  submission_id: string
  attempt_id: string
  organization_id: string
  language: string
  answers: string
  author_name: string | null
  names_to_hide: string
  /** JSON of the levels of the mentor who judged it first; null if no mentor did. */
  levels: string | null
  mentor_variance: number
  /** 1 once the round is decided, unless a reviewer gave the answer back because it worried them. */
  may_be_asked: number
  agreed: number | null
  answered_at: number | null
}

export async function findItemQuestion(
  call: Call,
  { attemptId = '' }: Record<string, string>,
): Promise<ItemQuestion | undefined> {
  const { db, actorId, now } = call
  const mentorReview = sql`(SELECT w.id FROM reviews w WHERE w.submission_id = s.id
    AND w.role = 'mentor' AND w.withdrawn_at IS NULL AND w.effective_at <= ${now.getTime()}
    ORDER BY w.effective_at, w.id LIMIT 1)`
  const [found] = await db.all<ItemQuestion>(sql`
    SELECT s.id AS submission_id, s.attempt_id, s.organization_id, s.language, s.answers,
      a.name AS author_name, ${namesToHideOf(sql`s.student_id`)} AS names_to_hide,
      (SELECT json_group_object(criterion, level) FROM ratings
        WHERE review_id = ${mentorReview} HAVING count(*) > 0) AS levels,
      coalesce((SELECT k.variance FROM reviews w
        JOIN reviewer_records k ON k.account_id = w.reviewer_id AND k.role = 'mentor'
        WHERE w.id = ${mentorReview}), ${unprovenVariance.mentor}) AS mentor_variance,
      EXISTS (SELECT 1 FROM decisions WHERE submission_id = s.id)
        AND NOT EXISTS (SELECT 1 FROM claims c
          WHERE c.release_reason = 'distressing' AND c.submission_id = s.id) AS may_be_asked,
      g.agreed, g.answered_at
    FROM submissions s
    JOIN accounts a ON a.id = s.student_id
    LEFT JOIN item_agreements g ON g.submission_id = s.id
    WHERE s.attempt_id = ${attemptId} AND s.student_id = ${actorId}
    ORDER BY s.round DESC LIMIT 1`)
  return found
}

/** Null unless a mentor judged the round and it is decided. */
export function itemQuestionView({ levels, may_be_asked, agreed, answered_at }: ItemQuestion) {
  const mayAsk = may_be_asked === 1 && levels !== null
  return {
    question: mayAsk || agreed === 1 ? { agreed: agreed === null ? null : agreed === 1 } : null,
    answeredAt: answered_at === null ? null : new Date(answered_at).toISOString(),
  }
}
