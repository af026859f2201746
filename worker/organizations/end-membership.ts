import { and, eq, isNull } from 'drizzle-orm'

import { memberships } from '../accounts/tables.ts'
import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call.ts'
import { commit, guard } from '../foundation/commit.ts'
import { notFound } from '../http/problems.ts'
import { lastAdmin } from './problems.ts'

/** Ends a membership; a trigger ends the sessions that act in it. */
export function endMembership(call: Call, { id }: { id: string }) {
  return commit(
    call,
    [
      call.db
        .update(memberships)
        .set({ endedAt: call.now })
        .where(and(eq(memberships.id, id), isNull(memberships.endedAt))),
      guard(call, 'membership_ended'),
      auditEntry(call, 'membership.ended', id),
    ],
    { answer: null, conflicts: { membership_ended: notFound, last_admin: lastAdmin } },
  )
}
