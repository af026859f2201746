import { and, eq, inArray } from 'drizzle-orm'

import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call.ts'
import { commit, guard } from '../foundation/commit.ts'
import { newId } from '../foundation/id.ts'
import { note } from '../foundation/note.ts'
import { alreadyDecided } from './problems.ts'
import { approvals, organizations } from './tables.ts'

export type ApprovalDecision = 'approved' | 'declined'

const approvalMonths = 12

/** An operator admin lets an employer in for twelve months, or says why not. Decided once. */
export async function decideEmployer(
  call: Call,
  organizationId: string,
  decision: ApprovalDecision,
  reason: string | null,
) {
  const approval = {
    id: newId(),
    subjectKind: 'employer' as const,
    subjectId: organizationId,
    decision,
    reason,
    accountId: call.actorId,
    at: call.now,
    expiresAt: decision === 'approved' ? monthsLater(call.now, approvalMonths) : null,
  }
  return commit(
    call,
    [
      call.db
        .update(organizations)
        .set({ state: decision })
        .where(
          and(
            eq(organizations.id, organizationId),
            eq(organizations.kind, 'employer'),
            inArray(organizations.state, ['waiting']),
          ),
        ),
      guard(call, 'employer_decided'),
      call.db.insert(approvals).values(approval),
      note(
        call,
        decision === 'approved' ? 'employer.approved' : 'employer.declined',
        organizationId,
      ),
      auditEntry(call, `employer.${decision}`, organizationId),
    ],
    {
      answer: { id: approval.id },
      conflicts: {
        employer_decided: alreadyDecided,
        'approvals.subject_kind, approvals.subject_id': alreadyDecided,
      },
    },
  )
}

/** The same day some months on, in UTC; a day the month lacks becomes its last. */
export function monthsLater(from: Date, months: number): Date {
  const later = new Date(from)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const lastDay = new Date(
    Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0),
  ).getUTCDate()
  later.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  return later
}
