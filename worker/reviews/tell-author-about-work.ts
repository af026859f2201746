import { sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { promiseMissedMail, workWaitsMail } from '../notifications/messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'

interface Row {
  student_id: string
  attempt_id: string
  title: string
  promised_at: number | null
}

/**
 * Tells the author of a submission (the note's subject) that reviews are owed and work waits, or the
 * new date where the promised one was missed.
 */
export async function tellAuthorAboutWork(
  call: Call,
  note: Note<'review.owed' | 'promise.missed'>,
): Promise<void> {
  const { kind, subjectId } = note
  const [row] = await call.db.all<Row>(sql`
    SELECT s.student_id, s.attempt_id, v.title, p.promised_at FROM submissions s
    JOIN challenge_versions v ON v.hash = s.version_hash
    LEFT JOIN promises p ON p.submission_id = s.id WHERE s.id = ${subjectId}`)
  const message = row && messageFor(kind, row, call.origin)
  if (message) await sendNotice(call, note, { accountId: row.student_id, kind, subjectId, message })
}

function messageFor(kind: 'review.owed' | 'promise.missed', row: Row, origin: string) {
  if (kind === 'review.owed') return workWaitsMail(`${origin}/reviews`)
  if (row.promised_at === null) return undefined
  const link = `${origin}/attempts/${row.attempt_id}/result`
  return promiseMissedMail(row.title, new Date(row.promised_at), link)
}
