import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Message } from '../../notifications/message.ts'
import { distressingAnswerMail, workWaitsMail } from '../../notifications/messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { couldReview } from '../queue/may-review.ts'

type StaffNote = Note<'mentor-place.waiting' | 'answer.distressing'>

/**
 * Tells staff what may need their attention about a submission (the note's subject): the mentors who may
 * judge it that a place waits, the admins, once, that an answer is worrying.
 */
export async function tellStaffAboutWork(call: Call, note: StaffNote): Promise<void> {
  const { kind, subjectId } = note
  const message = messageFor(note, call.origin)
  const people = kind === 'mentor-place.waiting' ? mentorsFor(call, subjectId) : adminsOf(subjectId)
  const staff = await call.db.all<{ account_id: string }>(people)
  await tryEach(staff, ({ account_id: accountId }) =>
    sendNotice(call, note, { accountId, kind, subjectId, message }),
  )
}

function messageFor({ kind, subjectId }: StaffNote, origin: string): Message {
  if (kind === 'mentor-place.waiting') return workWaitsMail(`${origin}/reviews`)
  return distressingAnswerMail(subjectId, `${origin}/cohorts`)
}

const adminsOf = (submissionId: string) => sql`
  SELECT DISTINCT m.account_id FROM submissions s
  JOIN memberships m ON m.organization_id = s.organization_id
  WHERE s.id = ${submissionId} AND m.role = 'admin' AND m.ended_at IS NULL`

/** Who coaches its author, knows them or has judged it is not told to come. */
function mentorsFor({ now }: Call, submissionId: string): SQL {
  const reader = { id: sql`m.account_id`, pool: sql`m.organization_id`, role: 'mentor' } as const
  return sql`SELECT m.account_id FROM submission_queue q
    JOIN memberships m ON m.organization_id = q.pool AND m.role = 'mentor' AND m.ended_at IS NULL
    WHERE q.submission_id = ${submissionId} AND ${couldReview(reader, now)}`
}
