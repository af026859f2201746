import { and, eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { findEndedMembership } from '../../organizations/people/find-ended-membership.ts'
import { attempts } from '../tables.ts'
import { lapse, lapseOf } from './lapse-statements.ts'

/**
 * Handles `membership.ended`: the student's open attempts in that programme lapse, as after thirty
 * days. The texts are kept, and a new attempt at the challenge starts with them. A later round can
 * be opened again if they come back in its time.
 */
export async function closeAttempts(call: Call, { subjectId }: Note): Promise<void> {
  const ended = await findEndedMembership(call, subjectId)
  if (ended?.role !== 'student') return
  const open = and(
    eq(attempts.studentId, ended.accountId),
    eq(attempts.organizationId, ended.organizationId),
    eq(attempts.state, 'open'),
  )
  const found = await call.db
    .select({ id: attempts.id, round: attempts.round })
    .from(attempts)
    .where(open)
  await tryEach(found, async ({ id, round }) => {
    const own = part(call, id)
    await commit(
      own,
      [
        ...lapse(own, id, open),
        auditEntry(own, lapseOf(round), id, { round }, ended.organizationId),
      ],
      { answer: null },
    )
  })
}
