import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'

/**
 * The owner of an address wants mail again. If the next mail comes back too, the address is
 * suppressed again.
 */
export function allowMail(call: Call): Promise<null> {
  return commit(
    call,
    [
      call.db.run(sql`DELETE FROM mail_suppressions
        WHERE email_index = (SELECT email_index FROM accounts WHERE id = ${call.actorId})`),
      auditEntry(call, 'mail.allowed', call.actorId),
    ],
    { answer: null },
  )
}
