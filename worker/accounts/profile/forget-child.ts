import { type SQL, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Account } from '../account/find-account.ts'
import { keysOf } from '../sign-in/limits.ts'

/**
 * Deletes what is stored about somebody under 16: mailed codes, sessions, counters under the HMAC
 * of the address, stored answers, open invitations, and the account. Audit entries stay, with
 * random ids that point to nothing, and so does a refusal of mail, which protects the person. If they joined
 * something meanwhile, nothing is deleted.
 */
export async function forgetChild(call: Call, { id, emailIndex }: Account): Promise<void> {
  const isNobody = sql`NOT EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = ${id})`
  const gone = (what: SQL) => call.db.run(sql`DELETE FROM ${what} AND ${isNobody}`)
  await commit(
    call,
    [
      // Codes for a fresh proof point to the account, so they are deleted before it.
      gone(sql`sign_ins WHERE (email_index = ${emailIndex} OR account_id = ${id})`),
      gone(
        sql`counters WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keysOf(emailIndex))}))`,
      ),
      gone(sql`long_codes WHERE email_index = ${emailIndex}`),
      gone(sql`invitations WHERE email_index = ${emailIndex} AND accepted_at IS NULL`),
      gone(sql`notifications WHERE account_id = ${id}`),
      gone(sql`mail_preferences WHERE account_id = ${id}`),
      gone(sql`sessions WHERE account_id = ${id}`),
      gone(sql`idempotency_keys WHERE account_id = ${id}`),
      gone(sql`accounts WHERE id = ${id}`),
      auditEntry(call, 'account.refused', id),
    ],
    { answer: null },
  )
}
