import { and, eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { ApprovalDecision } from '../../organizations/employer/decide-employer.ts'
import { alreadyDecided } from '../../organizations/problems.ts'
import { approvals } from '../../organizations/tables.ts'
import { openingVersions } from '../tables.ts'

/**
 * An operator admin approves a wording, which replaces the old one, or declines it with a reason.
 */
export async function decideOpening(
  call: Call,
  versionId: string,
  decision: ApprovalDecision,
  reason: string | null,
) {
  const approval = {
    id: newId(),
    subjectKind: 'opening-version' as const,
    subjectId: versionId,
    decision,
    reason,
    accountId: call.actorId,
    at: call.now,
  }
  const before = sql`opening_id = (SELECT opening_id FROM opening_versions WHERE id = ${versionId})
    AND state = 'approved'`
  const inItsPlace = call.db.update(openingVersions).set({ state: 'ended' }).where(before)
  return commit(
    call,
    [
      ...(decision === 'approved' ? [inItsPlace] : []),
      call.db
        .update(openingVersions)
        .set({ state: decision })
        .where(and(eq(openingVersions.id, versionId), eq(openingVersions.state, 'waiting'))),
      guard(call, 'opening_decided'),
      call.db.insert(approvals).values(approval),
      note(call, decision === 'approved' ? 'opening.approved' : 'opening.declined', versionId),
      auditEntry(call, `opening.${decision}`, versionId),
    ],
    {
      answer: { id: approval.id },
      conflicts: {
        opening_decided: alreadyDecided,
        'approvals.subject_kind, approvals.subject_id': alreadyDecided,
      },
    },
  )
}
