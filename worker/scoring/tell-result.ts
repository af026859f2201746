import { sql } from 'drizzle-orm'

import type { Call } from '../foundation/call/call.ts'
import type { Note } from '../foundation/outbox/note.ts'
import { feedbackReadyMail } from '../notifications/messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'

interface Row {
  student_id: string
  attempt_id: string
  title: string
}

/** Reaction to decision.made: the student's result is ready. The mail does not say how it ended. */
export async function tellResult(call: Call, note: Note): Promise<void> {
  const [row] = await call.db.all<Row>(sql`
    SELECT s.student_id, s.attempt_id, v.title FROM decisions d
    JOIN submissions s ON s.id = d.submission_id
    JOIN challenge_versions v ON v.hash = s.version_hash WHERE d.id = ${note.subjectId}`)
  if (!row) return
  const message = feedbackReadyMail(row.title, `${call.origin}/attempts/${row.attempt_id}/result`)
  const { kind, subjectId } = note
  await sendNotice(call, note, { accountId: row.student_id, kind, subjectId, message })
}
