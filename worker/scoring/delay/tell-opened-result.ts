import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { resultOpenedMail } from '../../notifications/message/result-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'

interface Row {
  student_id: string
  attempt_id: string
  title: string
}

/** Reaction to result.opened: the student can read the comments and levels now. */
export async function tellOpenedResult(call: Call, note: Note<'result.opened'>): Promise<void> {
  const { kind, subjectId } = note
  const [row] = await call.db.all<Row>(sql`
    SELECT s.student_id, s.attempt_id, v.title FROM submissions s
    JOIN challenge_versions v ON v.hash = s.version_hash WHERE s.id = ${subjectId}`)
  if (!row) return
  const message = resultOpenedMail(row.title, `${call.origin}/attempts/${row.attempt_id}/result`)
  await sendNotice(call, note, { accountId: row.student_id, kind, subjectId, message })
}
