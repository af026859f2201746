import { and, eq, isNull } from 'drizzle-orm'

import { invitations } from '../../accounts/tables.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { invitationNotLive } from '../problems.ts'

export function withdrawInvitation(call: Call, { id }: { id: string }) {
  return commit(
    call,
    [
      call.db
        .update(invitations)
        .set({ withdrawnAt: call.now })
        .where(
          and(
            eq(invitations.id, id),
            isNull(invitations.acceptedAt),
            isNull(invitations.withdrawnAt),
          ),
        ),
      guard(call, 'invitation_not_live'),
      auditEntry(call, 'invitation.withdrawn', id),
    ],
    { answer: null, conflicts: { invitation_not_live: invitationNotLive } },
  )
}
