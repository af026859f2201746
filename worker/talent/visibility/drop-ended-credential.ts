import { eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { visibleCredentials } from '../tables.ts'

/**
 * Reaction to credential.ended and credential.expired: removes the badge from the student's card
 * (search ignores it already). If it was the last one, the student has no card until they switch on
 * another, and is told.
 */
export async function dropEndedCredential(call: Call, { subjectId }: Note): Promise<void> {
  const shown = await call.db
    .select({ studentId: visibleCredentials.studentId })
    .from(visibleCredentials)
    .where(eq(visibleCredentials.credentialId, subjectId))
    .get()
  if (!shown) return
  const left = await call.db.$count(
    visibleCredentials,
    eq(visibleCredentials.studentId, shown.studentId),
  )
  await commit(
    call,
    [
      call.db.delete(visibleCredentials).where(eq(visibleCredentials.credentialId, subjectId)),
      ...(left === 1 ? [note(call, 'visibility.paused', shown.studentId)] : []),
      auditEntry(call, 'visibility.badge-dropped', subjectId, {}, null),
    ],
    { answer: null },
  )
}
