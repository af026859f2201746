import { eq } from 'drizzle-orm'

import { accounts } from '../accounts/tables.ts'
import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call.ts'
import { commit, part } from '../foundation/commit.ts'
import { failureOf } from '../foundation/failure.ts'
import { newId } from '../foundation/id.ts'
import { readerOf } from '../foundation/languages.ts'
import type { Note } from '../foundation/note.ts'
import { open } from '../foundation/seal.ts'
import { mailerOf } from './mailer.ts'
import type { Message } from './message.ts'
import { notifications } from './tables.ts'

interface Notice {
  accountId: string
  kind: string
  subjectId: string
  message: Message
}

/**
 * Tells one person one thing, in their language and zone: a row for the bell and a mail. A note that runs twice tells once: the
 * row is unique, and the mail carries an id that providers drop the second time.
 */
export async function sendNotice(call: Call, note: Note, notice: Notice): Promise<void> {
  const { accountId, kind, subjectId, message } = notice
  const account = await call.db.select().from(accounts).where(eq(accounts.id, accountId)).get()
  if (!account || account.disabledAt) return
  const own = part(call, `${kind}:${accountId}`)
  try {
    await commit(
      own,
      [
        own.db
          .insert(notifications)
          .values({ id: newId(), accountId, kind, subjectId, at: call.now }),
        auditEntry(own, 'notice.sent', subjectId, { kind }),
      ],
      { answer: null },
    )
  } catch (error) {
    const failure = failureOf(error)
    const told = failure.kind === 'refused' && failure.name.startsWith('notifications.')
    if (!told) throw error
    return
  }
  const letter = message(readerOf(account))
  const mail = { ...letter, to: open(account.email), noteId: `${note.id}:${kind}:${accountId}` }
  await mailerOf(call.env).send(mail)
}
