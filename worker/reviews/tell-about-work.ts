import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import type { Message } from '../notifications/message.ts'
import {
  distressingAnswerMail,
  promiseMissedMail,
  workLateMail,
  workWaitsMail,
} from '../notifications/messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'

/**
 * Reaction to what may need somebody's attention about a submission; the note's subject is its id.
 * review.owed: its author. mentor-place.waiting: the mentors. promise.near: the admins.
 * promise.missed: its author and the admins. answer.distressing: the admins.
 */
export async function tellAboutWork(call: Call, note: Note): Promise<void> {
  const { origin } = call
  const submissionId = note.subjectId
  if (note.kind === 'review.owed') {
    await tell(call, note, authorOf(submissionId), workWaitsMail(`${origin}/reviews`))
  }
  if (note.kind === 'mentor-place.waiting') {
    await tell(call, note, staffOf(submissionId, 'mentor'), workWaitsMail(`${origin}/reviews`))
  }
  if (note.kind === 'promise.near' || note.kind === 'promise.missed') {
    await tell(call, note, staffOf(submissionId, 'admin'), workLateMail(`${origin}/cohorts`))
  }
  if (note.kind === 'promise.missed') await tellAuthorNewDate(call, note)
  if (note.kind === 'answer.distressing') {
    const message = distressingAnswerMail(submissionId, `${origin}/cohorts`)
    await tell(call, note, staffOf(submissionId, 'admin'), message)
  }
}

async function tellAuthorNewDate(call: Call, note: Note): Promise<void> {
  const [row] = await call.db.all<{ attempt_id: string; title: string; promised_at: number }>(sql`
    SELECT s.attempt_id, v.title, p.promised_at FROM submissions s
    JOIN challenge_versions v ON v.hash = s.version_hash
    JOIN promises p ON p.submission_id = s.id WHERE s.id = ${note.subjectId}`)
  if (!row) return
  const link = `${call.origin}/attempts/${row.attempt_id}/result`
  const message = promiseMissedMail(row.title, new Date(row.promised_at), link)
  await tell(call, note, authorOf(note.subjectId), message)
}

async function tell(call: Call, note: Note, people: SQL, message: Message): Promise<void> {
  for (const { account_id: accountId } of await call.db.all<{ account_id: string }>(people)) {
    const { kind, subjectId } = note
    await sendNotice(call, note, { accountId, kind, subjectId, message })
  }
}

const authorOf = (submissionId: string) =>
  sql`SELECT student_id AS account_id FROM submissions WHERE id = ${submissionId}`

function staffOf(submissionId: string, role: 'mentor' | 'admin'): SQL {
  return sql`SELECT DISTINCT m.account_id FROM submissions s
    JOIN memberships m ON m.organization_id = s.organization_id
    WHERE s.id = ${submissionId} AND m.role = ${role} AND m.ended_at IS NULL`
}
