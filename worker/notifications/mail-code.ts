import { eq, inArray } from 'drizzle-orm'

import { inGroups } from '../accounts/sign-in/code.ts'
import { accounts, signIns } from '../accounts/tables.ts'
import type { Call } from '../foundation/call/call.ts'
import { readerOf, unknownReader } from '../foundation/reader/languages.ts'
import type { Note } from '../foundation/outbox/note.ts'
import { emailIndexes } from '../accounts/account/email.ts'
import { openEmail } from '../accounts/account/open-account.ts'
import { open } from '../foundation/crypto/seal.ts'
import { findLiveErasure } from '../accounts/erasure/find-erasure.ts'
import { erasureWaitsMail } from './message/erasure-mail.ts'
import { codeMail, longCodeMail } from './message/code-mail.ts'
import { sendMail } from './send-mail.ts'

/**
 * Mails a code. A known account gets it at its stored address, not at the spelling just typed. An
 * account that is about to be erased gets a mail that says so instead, because codes do not work
 * for it.
 */
export async function mailCode(
  call: Call,
  note: Note<'sign-in.code' | 'sign-in.long-code'>,
): Promise<void> {
  const asked = await call.db
    .select({ email: signIns.email })
    .from(signIns)
    .where(eq(signIns.idHash, note.subjectId))
    .get()
  if (!asked) return
  const [typed, code] = await Promise.all([
    open(call, signIns.email, note.subjectId, asked.email),
    open(call, 'outbox.code', note.subjectId, note.payload.code),
  ])
  const account = await call.db
    .select()
    .from(accounts)
    .where(inArray(accounts.emailIndex, await emailIndexes(call, typed)))
    .get()
  if (account?.disabledAt) return mailWaits(call, note, account)
  const reader = account ? readerOf(account) : unknownReader
  const to = account ? await openEmail(call, account.id, account.email) : typed
  const message = note.kind === 'sign-in.code' ? codeMail(code) : longCodeMail(inGroups(code))
  await sendMail(call, { ...message(reader), to, sort: 'code', noteId: note.id })
}

async function mailWaits(
  call: Call,
  { id }: Note,
  account: typeof accounts.$inferSelect,
): Promise<void> {
  const erasure = await findLiveErasure(call, account.id)
  if (!erasure) return
  await sendMail(call, {
    sort: 'code',
    ...erasureWaitsMail(erasure.dueAt)(readerOf(account)),
    to: await openEmail(call, account.id, account.email),
    noteId: id,
  })
}
