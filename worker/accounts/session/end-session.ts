import { eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { sessions } from '../tables.ts'

/** Ends a session. Idempotent. */
export function endSession(call: Call, session: { id: string; tokenHash: string }) {
  return commit(
    call,
    [
      call.db.delete(sessions).where(eq(sessions.tokenHash, session.tokenHash)),
      auditEntry(call, 'session.ended', session.id),
    ],
    { answer: null },
  )
}
