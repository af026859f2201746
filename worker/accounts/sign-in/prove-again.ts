import { eq, sql } from 'drizzle-orm'

import type { Visitor } from '../../http/env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { oneOf } from '../../foundation/call/one-of.ts'
import { part } from '../../foundation/commit/commit.ts'
import { dayOwner } from '../../foundation/crypto/owner.ts'
import { invalidInput } from '../../http/problems.ts'
import { openEmail } from '../account/open-account.ts'
import { findSessionOf, replaceSession } from '../session/choose-membership.ts'
import { countTry, findOver, mostTries, refusalOf, refusedCode, uncountTry } from './code-tries.ts'
import { hashesOfCode, readCode } from './code.ts'
import { codeNotAccepted, notSignedIn } from '../problems.ts'
import { sendCode } from './send-code.ts'
import { hashToken } from '../session/session.ts'
import { proofsOf } from './limits.ts'
import { accounts } from '../tables.ts'

/**
 * Mails a code to the signed-in person for a fresh proof. Returns the token for the sign-in cookie.
 */
export async function askProof(call: Call): Promise<string> {
  const account = await call.db.select().from(accounts).where(eq(accounts.id, call.actorId)).get()
  if (!account) throw notSignedIn()
  call.caps.push(proofsOf(account.emailIndex))
  const { emailIndex } = account
  // `sendCode` needs the key of the day. Asked for at the same time, it and the account's key are
  // one call to the vault.
  const [email] = await Promise.all([
    openEmail(call, account.id, account.email),
    call.keys.findOrMake(dayOwner(call.now)),
  ])
  return sendCode(call, { email, emailIndex, accountId: account.id })
}

/** Accepts the code and replaces the session's token. The proof counts from now. */
export async function proveAgain(call: Call, visitor: Visitor, typed: string, signIn?: string) {
  const code = readCode(typed)
  if (!code) throw invalidInput('Check: code.', { fields: ['code'] })
  if (!signIn) throw codeNotAccepted()

  const idHash = await hashToken(signIn)
  const hashes = await hashesOfCode(call, idHash, code)
  const now = call.now.getTime()
  // The try is counted before the commit and not in it, so that a wrong one stays counted.
  const batch = [
    countTry(call, idHash, call.actorId),
    call.db.run(sql`
      UPDATE sign_ins SET tries = tries + 1 WHERE id_hash = ${idHash} AND account_id = ${call.actorId}
        AND tries < ${mostTries} AND used_at IS NULL AND expires_at > ${now}`),
    call.db.run(sql`
      UPDATE sign_ins SET used_at = ${now}, used_by = ${call.requestId}
      WHERE id_hash = ${idHash} AND changes() = 1 AND code_hash ${oneOf(hashes)}`),
    uncountTry(call, call.actorId, call.requestId),
    findOver(call, idHash),
    findSessionOf(call, visitor),
  ] as const
  const [, , used, , over, [session]] = await call.db.batch(batch).catch((error: unknown) => {
    throw refusalOf(error, call)
  })
  if (used.meta.changes !== 1) throw refusedCode(over)
  const membershipId = call.acting?.membershipId ?? null
  const change = { membershipId, action: 'session.proven' as const, provenAt: call.now }
  return replaceSession(part(call, 'session'), session, change)
}
