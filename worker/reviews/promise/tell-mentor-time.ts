import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { mentorTimeShortMail } from '../../notifications/message/work-messages.ts'
import { findMentorTime, isMentorTimeShort } from './mentor-time.ts'

/**
 * Reaction to mentor-time.short: tells the admins of a programme (the note's subject) how many
 * answers wait for a mentor, and what they can do. Tells nobody if it is no longer so.
 */
export async function tellMentorTime(call: Call, note: Note<'mentor-time.short'>): Promise<void> {
  const { subjectId: organizationId } = note
  const time = await findMentorTime(call.db, organizationId, call.now)
  if (!time || !isMentorTimeShort(time)) return
  const admins = await call.db.all<{ account_id: string }>(sql`
    SELECT DISTINCT account_id FROM memberships
    WHERE organization_id = ${organizationId} AND role = 'admin' AND ended_at IS NULL`)
  const message = mentorTimeShortMail(time, call.origin)
  // The note was written at most once a week, and its id makes the notice of this week its own.
  const subjectId = `${organizationId}:${note.id}`
  await tryEach(admins, ({ account_id: accountId }) =>
    sendNotice(call, note, { accountId, kind: 'mentor-time-short', subjectId, message }),
  )
}
