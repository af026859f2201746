import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { tryAgain } from '../../foundation/problems.ts'
import { dayOwner } from '../../foundation/crypto/owner.ts'
import { type Sealed, seal } from '../../foundation/crypto/seal.ts'
import { hashCode, hashLongCode, newCode, newLongCode } from './code.ts'
import { hashToken, newToken } from '../session/session.ts'
import { signIns } from '../tables.ts'

const livesSeconds = 600
export const longLivesSeconds = 3_600

interface Recipient {
  email: string
  emailIndex: string
  /** Set for a fresh proof by somebody who is signed in. */
  accountId: string | null
}

/**
 * Mails a code that works in this browser for ten minutes. Returns the token for the sign-in
 * cookie.
 */
export async function sendCode(call: Call, recipient: Recipient): Promise<string> {
  const { token, idHash, code, row } = await aSignIn(call, recipient)
  const mail = mailOf(call, 'sign-in.code', idHash, await sealCode(call, idHash, code))
  await commit(call, [row, mail, asked(call, idHash)], { answer: null })
  return token
}

/**
 * Lets this browser use the address's long code, and mails one unless one was mailed within the
 * hour. The short code of this sign-in is never mailed, so nobody can use it.
 */
export async function sendLongCode(call: Call, recipient: Recipient, long: { stands: boolean }) {
  const { token, idHash, row } = await aSignIn(call, recipient)
  if (long.stands) {
    await commit(call, [row, asked(call, idHash)], { answer: null })
    return token
  }
  const code = newLongCode()
  const codeHash = await hashLongCode(call, code)
  const now = call.now.getTime()
  await commit(
    call,
    [
      row,
      call.db.run(sql`
        INSERT INTO long_codes (email_index, code_hash, mailed_at, expires_at)
        VALUES (${recipient.emailIndex}, ${codeHash}, ${now}, ${now + longLivesSeconds * 1000})
        ON CONFLICT (email_index) DO UPDATE SET code_hash = excluded.code_hash,
          mailed_at = excluded.mailed_at, expires_at = excluded.expires_at, used_at = NULL
        WHERE mailed_at <= ${now - longLivesSeconds * 1000}`),
      // Of two requests at once, only one mails a code.
      guard(call, 'long_code_stands'),
      mailOf(call, 'sign-in.long-code', idHash, await sealCode(call, idHash, code)),
      asked(call, idHash),
    ],
    { answer: null, conflicts: { long_code_stands: tryAgain } },
  )
  return token
}

async function aSignIn(call: Call, recipient: Recipient) {
  const token = newToken()
  const idHash = await hashToken(token)
  const code = newCode()
  const row = call.db.insert(signIns).values({
    ...recipient,
    email: await seal(call, signIns.email, idHash, dayOwner(call.now), recipient.email),
    idHash,
    codeHash: await hashCode(call, idHash, code),
    createdAt: call.now,
    expiresAt: new Date(call.now.getTime() + livesSeconds * 1000),
    tries: 0,
  })
  return { token, idHash, code, row }
}

/** The code is deleted once it is mailed: a handled note's payload is emptied. */
function mailOf(
  call: Call,
  kind: 'sign-in.code' | 'sign-in.long-code',
  idHash: string,
  code: Sealed,
) {
  return note(call, kind, idHash, { payload: { code } })
}

const sealCode = (call: Call, idHash: string, code: string) =>
  seal(call, 'outbox.code', idHash, dayOwner(call.now), code)

const asked = (call: Call, idHash: string) => auditEntry(call, 'sign-in.asked', idHash.slice(0, 32))
