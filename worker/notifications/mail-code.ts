import { eq } from 'drizzle-orm'

import { inGroups } from '../accounts/sign-in/code.ts'
import { accounts, signIns } from '../accounts/tables.ts'
import type { Call } from '../foundation/call/call.ts'
import { readerOf, unknownReader } from '../foundation/reader/languages.ts'
import type { Note } from '../foundation/outbox/note.ts'
import { openEmail } from '../accounts/account/open-account.ts'
import { open } from '../foundation/crypto/seal.ts'
import { findLiveErasure } from '../accounts/erasure/find-erasure.ts'
import { erasureWaitsMail } from './erasure-mail.ts'
import { mailerOf } from './mailer.ts'
import { codeMail, longCodeMail } from './code-mail.ts'

/**
 * Mails a code. A known account gets it at its stored address, not at the spelling just typed. One
 * that is about to be erased gets a mail that says so: its codes do not work.
 */
export async function mailCode(
  call: Call,
  note: Note<'sign-in.code' | 'sign-in.long-code'>,
): Promise<void> {
  const asked = await call.db
    .select({
      typed: signIns.email,
      accountId: accounts.id,
      stored: accounts.email,
      disabledAt: accounts.disabledAt,
      language: accounts.language,
      region: accounts.region,
      zone: accounts.zone,
    })
    .from(signIns)
    .leftJoin(accounts, eq(accounts.emailIndex, signIns.emailIndex))
    .where(eq(signIns.idHash, note.subjectId))
    .get()
  if (!asked) return
  if (asked.disabledAt) return mailWaits(call, note, asked)
  const { language, region, zone } = asked
  const reader = language === null ? unknownReader : readerOf({ language, region, zone })
  const { accountId, stored, typed } = asked
  const [to, code] = await Promise.all([
    accountId !== null && stored !== null
      ? openEmail(call, accountId, stored)
      : open(call, signIns.email, note.subjectId, typed),
    open(call, 'outbox.code', note.subjectId, note.payload.code),
  ])
  const message = note.kind === 'sign-in.code' ? codeMail(code) : longCodeMail(inGroups(code))
  await mailerOf(call.env).send({ ...message(reader), to, noteId: note.id })
}

interface Closed {
  accountId: string | null
  stored: string | null
  language: string | null
  region: string | null
  zone: string | null
}

async function mailWaits(
  call: Call,
  { id }: Note,
  { accountId, stored, language, region, zone }: Closed,
): Promise<void> {
  if (accountId === null || stored === null || language === null) return
  const erasure = await findLiveErasure(call, accountId)
  if (!erasure) return
  await mailerOf(call.env).send({
    ...erasureWaitsMail(erasure.dueAt)(readerOf({ language, region, zone })),
    to: await openEmail(call, accountId, stored),
    noteId: id,
  })
}
