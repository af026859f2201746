import { sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { tryEach } from '../foundation/try-each.ts'
import type { Message } from '../notifications/message.ts'
import { distressingAnswerMail, workLateMail, workWaitsMail } from '../notifications/messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'

type StaffNote = Note<
  'mentor-place.waiting' | 'promise.near' | 'promise.missed' | 'answer.distressing'
>

/**
 * Tells staff what may need their attention about a submission (the note's subject): the mentors that a
 * place waits for one of them, the admins that a promise is near or missed, or that an answer is worrying.
 */
export async function tellStaffAboutWork(call: Call, note: StaffNote): Promise<void> {
  const { kind, subjectId } = note
  const message = messageFor(note, call.origin)
  const role = kind === 'mentor-place.waiting' ? 'mentor' : 'admin'
  await tryEach(await findStaff(call, subjectId, role), ({ account_id: accountId }) =>
    sendNotice(call, note, { accountId, kind, subjectId, message }),
  )
}

function messageFor({ kind, subjectId }: StaffNote, origin: string): Message {
  if (kind === 'mentor-place.waiting') return workWaitsMail(`${origin}/reviews`)
  if (kind === 'answer.distressing') return distressingAnswerMail(subjectId, `${origin}/cohorts`)
  return workLateMail(`${origin}/cohorts`)
}

function findStaff(call: Call, submissionId: string, role: 'mentor' | 'admin') {
  return call.db.all<{ account_id: string }>(sql`
    SELECT DISTINCT m.account_id FROM submissions s
    JOIN memberships m ON m.organization_id = s.organization_id
    WHERE s.id = ${submissionId} AND m.role = ${role} AND m.ended_at IS NULL`)
}
