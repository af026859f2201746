import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { resultDelayedMail, resultReadyMail } from '../../notifications/message/result-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { givenIn } from '../../reviews/standing/in-challenge.ts'

interface Row {
  student_id: string
  attempt_id: string
  title: string
  owed: number | null
  opens_at: number | null
  given: number
}

/**
 * Reaction to decision.made: the student's result is ready, and what opens the rest of it. The mail
 * does not say how it ended.
 */
export async function tellResult(call: Call, note: Note): Promise<void> {
  const author = { student: sql`s.student_id`, challengeId: sql`s.challenge_id` }
  const [row] = await call.db.all<Row>(sql`
    SELECT s.student_id, s.attempt_id, v.title, l.owed, l.opens_at, ${givenIn(author)} AS given
    FROM decisions d JOIN submissions s ON s.id = d.submission_id
    JOIN challenge_versions v ON v.hash = s.version_hash
    LEFT JOIN delayed_results l ON l.submission_id = s.id AND l.opened_at IS NULL
    WHERE d.id = ${note.subjectId}`)
  if (!row) return
  const { kind, subjectId } = note
  await sendNotice(call, note, {
    accountId: row.student_id,
    kind,
    subjectId,
    message: mail(call, row),
  })
}

function mail({ origin }: Call, { title, attempt_id: attemptId, owed, opens_at, given }: Row) {
  const link = `${origin}/attempts/${attemptId}/result`
  if (opens_at === null || given >= (owed ?? 0)) return resultReadyMail(title, link)
  return resultDelayedMail({ title, opensAt: new Date(opens_at), link })
}
