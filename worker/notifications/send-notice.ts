import { and, eq, isNull } from 'drizzle-orm'

import { openEmail } from '../accounts/account/open-account.ts'
import { accounts } from '../accounts/tables.ts'
import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call/call.ts'
import { commit, part } from '../foundation/commit/commit.ts'
import { failureOf } from '../foundation/commit/failure.ts'
import { newId } from '../foundation/call/id.ts'
import { readerOf } from '../foundation/reader/languages.ts'
import type { Note } from '../foundation/outbox/note.ts'
import { mailerOf } from './mailer.ts'
import type { Message } from './message.ts'
import { notifications } from './tables.ts'

export interface Notice {
  accountId: string
  kind: string
  subjectId: string
  message: Message
}

/**
 * Notifies one person, in their language and zone: with a row in `notifications` and a mail. Skips
 * a disabled account. A note that runs twice notifies once: the row is unique per account, kind and
 * subject and stores when the mail was sent, and the provider drops a second mail with the same id.
 */
export async function sendNotice(call: Call, note: Note, notice: Notice): Promise<void> {
  const { accountId, kind, message } = notice
  const account = await call.db.select().from(accounts).where(eq(accounts.id, accountId)).get()
  if (!account || account.disabledAt) return
  const id = await keepNotice(part(call, `${kind}:${accountId}`), notice)
  const isIt = and(eq(notifications.id, id), isNull(notifications.mailedAt))
  const unmailed = await call.db
    .select({ id: notifications.id })
    .from(notifications)
    .where(isIt)
    .get()
  if (!unmailed) return
  const mail = {
    ...message(readerOf(account)),
    to: await openEmail(call, accountId, account.email),
    noteId: `${note.id}:${kind}:${accountId}`,
  }
  await mailerOf(call.env).send(mail)
  await call.db.update(notifications).set({ mailedAt: call.now }).where(isIt)
}

/**
 * Returns the id of the row. If another note has made the row of this notice, it returns an id that
 * no row has, so that no second mail is sent.
 */
async function keepNotice(call: Call, { accountId, kind, subjectId }: Notice): Promise<string> {
  const id = newId()
  try {
    return await commit(
      call,
      [
        call.db.insert(notifications).values({ id, accountId, kind, subjectId, at: call.now }),
        auditEntry(call, 'notice.sent', subjectId, { kind }),
      ],
      { answer: id },
    )
  } catch (error) {
    const failure = failureOf(error)
    const told = failure.kind === 'refused' && failure.name.startsWith('notifications.')
    if (!told) throw error
    return id
  }
}
