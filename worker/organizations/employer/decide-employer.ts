import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { monthsLater } from '../../foundation/reader/months-later.ts'
import { note } from '../../foundation/outbox/note.ts'
import { lastRenewable, renewableFrom } from './approval-term.ts'
import { alreadyDecided, askedOtherwise } from '../problems.ts'
import { approvals } from '../tables.ts'

export type ApprovalDecision = 'approved' | 'declined'

const approvalMonths = 12

/**
 * An operator admin approves an employer for twelve months, or declines it with a reason. A second
 * decision is 409 already-decided, unless the approval ends within thirty days or a declined
 * employer has applied again. A decision on an older version of the details than the stored one is
 * 409 asked-otherwise.
 */
export async function decideEmployer(
  call: Call,
  organizationId: string,
  decision: ApprovalDecision,
  reason: string | null,
  version: number,
) {
  const expiresAt = decision === 'approved' ? monthsLater(call.now, approvalMonths) : null
  const approval = {
    id: newId(),
    subjectKind: 'employer' as const,
    subjectId: organizationId,
    decision,
    reason,
    accountId: call.actorId,
    at: call.now,
    expiresAt,
  }
  const about = { payload: { approvalId: approval.id } }
  const live = sql`subject_kind = 'employer' AND subject_id = ${organizationId} AND ended_at IS NULL`
  return commit(
    call,
    [
      // A decline, and an approval that has ended or ends soon, are replaced by the new decision.
      call.db.run(sql`UPDATE approvals SET ended_at = ${call.now.getTime()}
        WHERE ${live} AND (expires_at IS NULL OR expires_at <= ${lastRenewable(call.now).getTime()})`),
      call.db.run(sql`UPDATE organizations SET state = ${decision}
        WHERE id = ${organizationId} AND kind = 'employer' AND (state = 'waiting'
          OR (state = 'approved' AND NOT EXISTS (SELECT 1 FROM approvals WHERE ${live})))`),
      guard(call, 'employer_decided'),
      call.db.run(sql`UPDATE organizations SET version = version + 1
        WHERE id = ${organizationId} AND version = ${version}`),
      guard(call, 'employer_changed'),
      call.db.insert(approvals).values(approval),
      note(
        call,
        decision === 'approved' ? 'employer.approved' : 'employer.declined',
        organizationId,
        about,
      ),
      ...(expiresAt
        ? [
            note(call, 'employer.approval-ending', organizationId, {
              ...about,
              dueAt: renewableFrom(expiresAt),
              until: expiresAt,
            }),
            note(call, 'employer.approval-ended', organizationId, { ...about, dueAt: expiresAt }),
          ]
        : []),
      auditEntry(call, `employer.${decision}`, organizationId),
    ],
    {
      answer: { id: approval.id },
      conflicts: {
        employer_decided: alreadyDecided,
        employer_changed: askedOtherwise,
        'approvals.subject_kind, approvals.subject_id': alreadyDecided,
      },
    },
  )
}
