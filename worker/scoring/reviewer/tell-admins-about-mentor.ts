import { sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import type { Call } from '../../foundation/call/call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { mentorDiffersMail } from '../../notifications/message/mentor-differs-mail.ts'
import { sendNotice } from '../../notifications/send-notice.ts'

interface Row {
  admin_id: string
  organization_id: string
  name: string | null
}

/**
 * Reaction to mentor.differs (an account's id): a mentor's levels are far from known levels. A
 * mentor's levels weigh much and are never set aside, so the admins of their programmes are told,
 * once a month at most.
 */
export async function tellAdminsAboutMentor(
  call: Call,
  note: Note<'mentor.differs'>,
): Promise<void> {
  const { kind, subjectId: mentorId } = note
  // CROSS JOIN makes SQLite start from the mentor and not from all admins.
  const told = await call.db.all<Row>(sql`
    SELECT o.account_id AS admin_id, o.organization_id, a.name FROM memberships m
    CROSS JOIN accounts a ON a.id = m.account_id AND a.erased_at IS NULL
    CROSS JOIN memberships o ON o.organization_id = m.organization_id AND o.role = 'admin'
      AND o.ended_at IS NULL AND o.account_id <> m.account_id
    WHERE m.account_id = ${mentorId} AND m.role = 'mentor' AND m.ended_at IS NULL`)
  const month = call.now.toISOString().slice(0, 7)
  await tryEach(told, async ({ admin_id: accountId, organization_id: programme, name }) => {
    const message = mentorDiffersMail(await openName(call, mentorId, name, ''), call.origin)
    const subjectId = `${mentorId}:${programme}:${month}`
    await sendNotice(call, note, { accountId, kind, subjectId, message })
  })
}
