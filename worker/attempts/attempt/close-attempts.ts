import { and, eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { findEndedMembership } from '../../organizations/people/find-ended-membership.ts'
import { attempts } from '../tables.ts'

/**
 * Handles `membership.ended`: the student's open attempts in that programme lapse, as after thirty
 * days. The texts are kept, and a new attempt at the challenge starts with them.
 */
export async function closeAttempts(call: Call, { subjectId }: Note): Promise<void> {
  const ended = await findEndedMembership(call, subjectId)
  if (ended?.role !== 'student') return
  const open = and(
    eq(attempts.studentId, ended.accountId),
    eq(attempts.organizationId, ended.organizationId),
    eq(attempts.state, 'open'),
  )
  const found = await call.db.select({ id: attempts.id }).from(attempts).where(open)
  await tryEach(found, async ({ id }) => {
    const own = part(call, id)
    await commit(
      own,
      [
        call.db
          .update(attempts)
          .set({ state: 'lapsed', endedAt: call.now })
          .where(and(open, eq(attempts.id, id))),
        auditEntry(own, 'attempt.lapsed', id, {}, ended.organizationId),
      ],
      { answer: null },
    )
  })
}
