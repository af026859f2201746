import { type SQL, eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { oneOf } from '../../foundation/call/one-of.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { emailIndexes } from '../account/email.ts'
import { note } from '../../foundation/outbox/note.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import type { Account } from '../account/find-account.ts'
import { openEmail } from '../account/open-account.ts'
import { keysOf } from '../sign-in/limits.ts'
import { accounts } from '../tables.ts'

/**
 * Deletes what is stored about a person under 16: mailed codes, sessions, counters under the HMAC
 * of the address, what became of mails to it, invitations that were not accepted, notifications,
 * mail preferences, stored answers, the account and its key. Audit entries stay, with random ids
 * that point to nothing, and so does a refusal of mail, which protects the person. If the account
 * has a membership by then, nothing is deleted.
 */
export async function forgetChild(call: Call, { id, email }: Account): Promise<void> {
  const indexes = await emailIndexes(call, await openEmail(call, id, email))
  const counters = indexes.flatMap(keysOf)
  const isNobody = sql`NOT EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = ${id})`
  const gone = (what: SQL) => call.db.run(sql`DELETE FROM ${what} AND ${isNobody}`)
  await commit(
    call,
    [
      // Codes for a fresh proof point to the account, so they are deleted before it.
      gone(sql`sign_ins WHERE (email_index ${oneOf(indexes)} OR account_id = ${id})`),
      gone(sql`counters WHERE key ${oneOf(counters)}`),
      gone(sql`long_codes WHERE email_index ${oneOf(indexes)}`),
      gone(sql`invitations WHERE email_index ${oneOf(indexes)} AND accepted_at IS NULL`),
      gone(sql`mail_outcomes WHERE email_index ${oneOf(indexes)}`),
      gone(sql`mail_suppressions WHERE email_index ${oneOf(indexes)}`),
      gone(sql`notifications WHERE account_id = ${id}`),
      gone(sql`mail_preferences WHERE account_id = ${id}`),
      gone(sql`sessions WHERE account_id = ${id}`),
      gone(sql`idempotency_keys WHERE account_id = ${id}`),
      gone(sql`accounts WHERE id = ${id}`),
      auditEntry(call, 'account.refused', id),
    ],
    { answer: null },
  )
  await destroyKey(call, id)
}

/**
 * Nobody can then read what a backup still has of the name and the address. If the vault does not
 * answer, the person is still refused, and a note destroys the key later.
 */
async function destroyKey(call: Call, id: string): Promise<void> {
  const left = await call.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id))
  if (left.length > 0) return
  try {
    await call.env.VAULT.destroy(accountOwner(id))
  } catch {
    // The session is deleted, so a second commit of `call` would be refused.
    const own = systemCall(call.env, `refused:${id}`, call.now)
    await commit(own, [note(own, 'account.erased', id), auditEntry(own, 'account.refused', id)], {
      answer: null,
    })
  }
}
