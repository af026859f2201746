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
import type { Message } from './message/message.ts'
import { sendMail } from './send-mail.ts'
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
 * subject and stores when the mail was sent, and `sendMail` sends a mail with the same id once.
 */
export async function sendNotice(call: Call, note: Note, notice: Notice): Promise<void> {
  const { accountId, kind, message } = notice
  const { account, mailedAt } = (await findReader(call, notice)) ?? {}
  if (!account || account.disabledAt || mailedAt) return
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
    sort: 'news' as const,
    noteId: `${note.id}:${kind}:${accountId}`,
  }
  if (!(await sendMail(call, mail))) return
  await call.db.update(notifications).set({ mailedAt: call.now }).where(isIt)
}

/**
 * The account, and the time of the mail if it was sent: a note to many people that runs again skips
 * those who got their mail.
 */
function findReader(call: Call, { accountId, kind, subjectId }: Notice) {
  const isNotice = and(
    eq(notifications.accountId, accounts.id),
    eq(notifications.kind, kind),
    eq(notifications.subjectId, subjectId),
  )
  return call.db
    .select({ account: accounts, mailedAt: notifications.mailedAt })
    .from(accounts)
    .leftJoin(notifications, isNotice)
    .where(eq(accounts.id, accountId))
    .get()
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
