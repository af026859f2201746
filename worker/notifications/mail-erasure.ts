import { eq } from 'drizzle-orm'

import { openEmail } from '../accounts/account/open-account.ts'
import { undoLink } from '../accounts/erasure/erasure.ts'
import { findLiveErasure } from '../accounts/erasure/find-erasure.ts'
import { accounts } from '../accounts/tables.ts'
import type { Call } from '../foundation/call/call.ts'
import { open } from '../foundation/crypto/seal.ts'
import type { Note } from '../foundation/outbox/note.ts'
import { readerOf } from '../foundation/reader/languages.ts'
import { erasureAskedMail, erasureUndoneMail } from './message/erasure-mail.ts'
import type { Message } from './message/message.ts'
import { sendMail } from './send-mail.ts'

/**
 * Reaction to erasure.asked: mails the link that undoes the erasure, unless it is already undone or
 * finished.
 */
export async function mailErasure(call: Call, note: Note<'erasure.asked'>): Promise<void> {
  const { subjectId: accountId, payload } = note
  const erasure = await findLiveErasure(call, accountId)
  if (erasure?.id !== payload.erasureId) return
  const token = await open(call, 'outbox.link', erasure.id, payload.token)
  await mail(call, note, erasureAskedMail(erasure.dueAt, undoLink(call.origin, token)))
}

/** Reaction to erasure.undone (the account's id). */
export function mailErasureUndone(call: Call, note: Note<'erasure.undone'>): Promise<void> {
  return mail(call, note, erasureUndoneMail(`${call.origin}/sign-in`))
}

/** Mails without `sendNotice`, which skips disabled accounts: an erasure disables the account. */
async function mail(
  call: Call,
  { id, subjectId: accountId }: Note<'erasure.asked' | 'erasure.undone'>,
  message: Message,
): Promise<void> {
  const account = await call.db.select().from(accounts).where(eq(accounts.id, accountId)).get()
  if (!account || account.erasedAt) return
  await sendMail(call, {
    // The mailed link is the only way to stop the erasure, so the mail also goes to an address that
    // is suppressed.
    sort: 'code',
    ...message(readerOf(account)),
    to: await openEmail(call, accountId, account.email),
    noteId: id,
  })
}
