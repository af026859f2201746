import { and, eq, isNotNull } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { outbox } from '../../foundation/tables.ts'
import { notFound } from '../../http/problems.ts'

/**
 * Makes a dead note due now and gives it another 72 hours. Its `until_at` stays, so that outdated
 * news is not sent.
 */
export function tryNoteAgain(call: Call, { id, kind }: { id: string; kind: string }) {
  const fresh = { deadAt: null, attempts: 0, dueAt: call.now, firstDueAt: call.now }
  return commit(
    call,
    [
      call.db
        .update(outbox)
        .set({ ...fresh, leaseUntil: null })
        .where(and(eq(outbox.id, id), isNotNull(outbox.deadAt))),
      guard(call, 'note_not_dead'),
      auditEntry(call, 'note.tried-again', id, { kind }),
    ],
    { answer: { id }, conflicts: { note_not_dead: notFound } },
  )
}
