import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { monthsLater } from '../../foundation/reader/months-later.ts'
import { accountIdleMail } from '../../notifications/message/account-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { subjectOf } from './find-idle.ts'
import { endOfIdle } from './idle.ts'

/** Tells one person that their account will end. Sends nothing if they came back since. */
export async function tellIdle(call: Call, note: Note<'account.idle'>): Promise<void> {
  const { kind, subjectId: accountId, payload } = note
  const [row] = await call.db.all<{ idle_since: number }>(sql`
    SELECT max(seen_week, created_at) AS idle_since FROM accounts WHERE id = ${accountId}`)
  if (!row) return
  const idleSince = new Date(row.idle_since)
  if (idleSince > monthsLater(call.now, -payload.months)) return
  const ends = endOfIdle(idleSince, payload.months, call.now)
  const message = accountIdleMail(idleSince, ends, `${call.origin}/sign-in`)
  await sendNotice(call, note, { accountId, kind, subjectId: subjectOf(payload.months), message })
}
