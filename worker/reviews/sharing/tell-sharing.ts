import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import {
  sharingAnsweredMail,
  sharingAskedMail,
  sharingEndedMail,
} from '../../notifications/message/sharing-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'

type SharingNote = Note<'sharing.asked' | 'sharing.answered' | 'sharing.ended'>

interface Row {
  asking_id: string
  asked_id: string
  asking: string
  asked: string
  answer: string | null
  ending_id: string | null
}

/**
 * Tells the admins of the programme that is asked, that asked, or that did not end the sharing (the
 * note's subject).
 */
export async function tellSharing(call: Call, note: SharingNote): Promise<void> {
  const { kind, subjectId } = note
  const [row] = await call.db.all<Row>(sql`
    SELECT w.asking_organization_id AS asking_id, w.asked_organization_id AS asked_id,
      asking.name AS asking, asked.name AS asked, w.answer, w.ending_organization_id AS ending_id
    FROM reviewer_sharings w
    JOIN organizations asking ON asking.id = w.asking_organization_id
    JOIN organizations asked ON asked.id = w.asked_organization_id
    WHERE w.id = ${subjectId}`)
  // A question that was answered or taken back before this ran needs nobody.
  if (!row || (kind === 'sharing.asked' && row.answer !== null)) return
  const { toldId, message } = newsOf(kind, row, `${call.origin}/people#sharing`)
  const admins = await call.db.all<{ account_id: string }>(sql`
    SELECT DISTINCT account_id FROM memberships
    WHERE organization_id = ${toldId} AND role = 'admin' AND ended_at IS NULL`)
  await tryEach(admins, ({ account_id: accountId }) =>
    sendNotice(call, note, { accountId, kind, subjectId, message }),
  )
}

function newsOf(kind: SharingNote['kind'], row: Row, link: string) {
  const { asking_id: askingId, asked_id: askedId, asking, asked } = row
  if (kind === 'sharing.asked') return { toldId: askedId, message: sharingAskedMail(asking, link) }
  if (kind === 'sharing.answered') {
    const message = sharingAnsweredMail(asked, row.answer === 'accepted', link)
    return { toldId: askingId, message }
  }
  const [toldId, name] = row.ending_id === askingId ? [askedId, asking] : [askingId, asked]
  return { toldId, message: sharingEndedMail(name, link) }
}
