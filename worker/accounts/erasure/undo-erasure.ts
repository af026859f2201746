import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { erasureOver } from '../problems.ts'
import type { Erasure } from './find-erasure.ts'

/**
 * Enables an account again. The consents, publications and interview requests that the erasure
 * ended stay ended. Throws 409 `erasure-over` if the erasure is due, undone or finished.
 */
export function undoErasure(call: Call, { id, accountId }: Erasure): Promise<null> {
  const now = call.now.getTime()
  return commit(
    call,
    [
      call.db.run(sql`UPDATE erasures SET undone_at = ${now} WHERE id = ${id}
        AND undone_at IS NULL AND finished_at IS NULL AND due_at > ${now}`),
      guard(call, 'erasure_over'),
      call.db.run(sql`UPDATE accounts SET disabled_at = NULL WHERE id = ${accountId}`),
      note(call, 'erasure.undone', accountId),
      auditEntry(call, 'account.erasure-undone', accountId, {}, null),
    ],
    { answer: null, conflicts: { erasure_over: erasureOver } },
  )
}
