import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { givenIn, owedIn } from '../../reviews/standing/in-challenge.ts'
import { longestDelayMs, longestIdleMs } from './result-delay.ts'

/**
 * For the commit of a decision: the full result opens later if its author still owes reviews in
 * this challenge and is a student of the programme. Takes over since when the author had nothing to
 * review; after `longestIdleMs` of that, it is open at once.
 */
export function delayResult({ db, now }: Call, submissionId: string): Statement {
  const author = { student: sql`s.student_id`, challengeId: sql`s.challenge_id` }
  const idleSince = sql`(SELECT idle_since FROM reminders WHERE submission_id = s.id AND kind = 'owed')`
  return db.run(sql`
    INSERT INTO delayed_results (submission_id, organization_id, owed, idle_since, opens_at, due_at)
    SELECT s.id, s.organization_id, ${owedIn(author, sql`s.at`)}, ${idleSince},
      ${now.getTime() + longestDelayMs}, ${now.getTime()}
    FROM submissions s
    WHERE s.id = ${submissionId} AND ${givenIn(author)} < ${owedIn(author, sql`s.at`)}
      AND EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = s.student_id
        AND m.organization_id = s.organization_id AND m.role = 'student' AND m.ended_at IS NULL)
      AND coalesce(${idleSince}, ${now.getTime()}) > ${now.getTime() - longestIdleMs}`)
}
