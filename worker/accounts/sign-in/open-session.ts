import { eq, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { oneOf } from '../../foundation/call/one-of.ts'
import { invalidInput } from '../../http/problems.ts'
import { emailIndexKey } from '../account/email.ts'
import { addressFor } from './address-for.ts'
import { hashAddress } from './ask-sign-in.ts'
import { hashesOfCode, hashesOfLongCode, isLongCode, readMailedCode } from './code.ts'
import {
  countTry,
  countTryFrom,
  findOver,
  type Over,
  mostTries,
  refusalOf,
  refusedCode,
  uncountTry,
  uncountTryFrom,
} from './code-tries.ts'
import type { OpenSessionInput } from './open-session-input.ts'
import { signInCookieMissing } from '../problems.ts'
import { openingOf, trimOf, visitOf } from '../session/statements.ts'
import { hashToken, newToken } from '../session/session.ts'
import { sessions } from '../tables.ts'

type Input = InferOutput<typeof OpenSessionInput>

const lostAnswerSeconds = 60

export interface Browser {
  signInToken: string | undefined
  sessionToken: string | undefined
  /** The request's Idempotency-Key. */
  requestKey: string | undefined
  address: string
  device: string
}

/**
 * Exchanges a mailed code for a session. The batch does not abort on a wrong code, so that the try
 * is counted: the sign-in succeeded if the last SELECT finds a session. A wrong code, a used short
 * code, a code of another sign-in and a disabled account get the same 401. Other 401s say that the
 * code is too old or tried too often, that a long code was used, or that the browser sent no
 * sign-in cookie. The answer may get lost, so for a minute the same request of the same browser
 * gets another session, and the first one is deleted.
 */
export async function openSession(call: Call, input: Input, browser: Browser) {
  const code = readMailedCode(input.code)
  if (!code) throw invalidInput('Check: code.', { fields: ['code'] })
  if (!browser.signInToken) throw signInCookieMissing()

  const idHash = await hashToken(browser.signInToken)
  const token = newToken()
  const tokenHash = await hashToken(token)
  const hashes = await hashesOfCode(call, idHash, code)
  const keyHash = browser.requestKey ? await hashToken(browser.requestKey) : null
  const longHashes = await hashesOfLongCode(call, code)
  const old = browser.sessionToken ? await hashToken(browser.sessionToken) : ''
  const address = await hashAddress(call, browser.address)
  const now = call.now.getTime()
  const { db } = call
  const accountId = newId()
  const { email, indexes } = await addressFor(call, idHash, accountId)

  const batch = [
    countTryFrom(call, address),
    // Tries of a long code are not counted against the mail address: a long code cannot be guessed,
    // and wrong tries by others must not lock out the owner of the address.
    ...(isLongCode(code) ? [] : [countTry(call, idHash, null)]),
    db.run(sql`
      UPDATE sign_ins SET tries = tries + 1 WHERE id_hash = ${idHash} AND account_id IS NULL
        AND tries < ${mostTries} AND expires_at > ${now}
        AND (used_at IS NULL
          OR (used_at > ${now - lostAnswerSeconds * 1000} AND used_key_hash = ${keyHash}))`),
    db.run(sql`
      UPDATE sign_ins SET used_at = coalesce(used_at, ${now}), used_before = used_by,
        used_by = ${tokenHash}, used_key_hash = ${keyHash}
      WHERE id_hash = ${idHash} AND changes() = 1 AND (code_hash ${oneOf(hashes)} OR EXISTS (
        SELECT 1 FROM long_codes l WHERE l.email_index ${oneOf(indexes)}
          AND l.code_hash ${oneOf(longHashes)} AND l.expires_at > ${now}
          AND (l.used_at IS NULL OR sign_ins.used_at IS NOT NULL)))`),
    db.run(sql`
      UPDATE long_codes SET used_at = ${now} WHERE code_hash ${oneOf(longHashes)}
        AND email_index ${oneOf(indexes)}
        AND EXISTS (SELECT 1 FROM sign_ins WHERE used_by = ${tokenHash})`),
    ...(isLongCode(code) ? [] : [uncountTry(call, null, tokenHash)]),
    uncountTryFrom(call, address, tokenHash),
    db.run(sql`
      INSERT INTO accounts
        (id, email, email_index, email_index_key, language, reading, created_at, version)
      SELECT ${accountId}, ${email}, ${indexes[0]}, ${emailIndexKey(call)}, 'en', '{}', ${now}, 1
      FROM sign_ins s WHERE s.used_by = ${tokenHash}
        AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.email_index ${oneOf(indexes)})`),
    openingOf(call, {
      tokenHash,
      device: browser.device,
      sharedComputer: input.sharedComputer,
      provenAt: call.now,
      from: sql`
        SELECT a.id AS account_id, (
          SELECT m.id FROM memberships m WHERE m.account_id = a.id AND m.ended_at IS NULL
          ORDER BY coalesce(m.seen_week, 0) DESC, m.created_at DESC LIMIT 1) AS membership_id
        FROM sign_ins s JOIN accounts a ON a.email_index ${oneOf(indexes)} AND a.disabled_at IS NULL
        WHERE s.used_by = ${tokenHash}`,
    }),
    db.run(sql`
      DELETE FROM sessions WHERE token_hash IN (
          ${old}, (SELECT used_before FROM sign_ins WHERE used_by = ${tokenHash}))
        AND EXISTS (SELECT 1 FROM sessions WHERE token_hash = ${tokenHash})`),
    trimOf(call, tokenHash),
    visitOf(call, tokenHash),
    auditEntry(call, 'session.asked', idHash.slice(0, 32)).audited,
    findOver(call, idHash, { indexes, longHashes }),
    db.select().from(sessions).where(eq(sessions.tokenHash, tokenHash)),
  ] as const

  const results = await db.batch(batch).catch((error: unknown) => {
    throw refusalOf(error, call)
  })
  const [over, [session]] = results.slice(-2) as [Over[], (typeof sessions.$inferSelect)[]]
  if (!session) throw refusedCode(over, isLongCode(code))
  return { token, session }
}
