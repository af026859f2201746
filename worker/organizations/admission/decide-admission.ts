import { and, eq, isNull, sql } from 'drizzle-orm'

import { isAdultNow } from '../../accounts/account/is-adult-now.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { ApprovalDecision } from '../employer/decide-employer.ts'
import {
  alreadyDecided,
  volunteerHasTooMany,
  volunteerIsMinor,
  volunteerIsStudent,
} from '../problems.ts'
import { admissions } from '../tables.ts'

/**
 * An operator admin makes a volunteer a mentor of the open programme, or declines with a reason. A
 * second decision is refused.
 */
export async function decideAdmission(
  call: Call,
  admissionId: string,
  decision: ApprovalDecision,
  reason: string | null,
) {
  const isAdmitted = decision === 'approved'
  return commit(
    call,
    [
      endAdmission(call, admissionId, isAdmitted ? 'admitted' : 'declined', reason),
      guard(call, 'admission_decided'),
      ...(isAdmitted ? [isNoMinor(call, admissionId), beginMembership(call, admissionId)] : []),
      note(call, 'admission.decided', admissionId),
      auditEntry(call, isAdmitted ? 'admission.approved' : 'admission.declined', admissionId),
    ],
    {
      answer: { id: admissionId },
      conflicts: {
        student_beside_staff: volunteerIsStudent,
        volunteer_is_minor: volunteerIsMinor,
        too_many_memberships: volunteerHasTooMany,
        admission_decided: alreadyDecided,
      },
    },
  )
}

/** Withdraws the caller's own request while it waits. */
export function withdrawAdmission(call: Call, { id }: { id: string }) {
  return commit(
    call,
    [
      endAdmission(call, id, 'withdrawn', null),
      guard(call, 'admission_decided'),
      auditEntry(call, 'admission.withdrawn', id),
    ],
    { answer: null, conflicts: { admission_decided: alreadyDecided } },
  )
}

function endAdmission(
  call: Call,
  id: string,
  decision: 'admitted' | 'declined' | 'withdrawn',
  reason: string | null,
) {
  return call.db
    .update(admissions)
    .set({ decision, reason, decidedAt: call.now, decidedBy: call.actorId })
    .where(and(eq(admissions.id, id), isNull(admissions.decidedAt)))
}

/** The volunteer may have entered a birth year since they asked, for example to join a college. */
function isNoMinor(call: Call, admissionId: string) {
  return call.db.run(sql`INSERT INTO guard SELECT 'volunteer_is_minor', NOT EXISTS (
    SELECT 1 FROM admissions w JOIN accounts a ON a.id = w.account_id
    WHERE w.id = ${admissionId} AND a.birth_year IS NOT NULL AND NOT ${isAdultNow(call)})`)
}

/**
 * Adds no second membership for somebody who became a mentor in another way, such as by invitation.
 */
function beginMembership({ db, now }: Call, admissionId: string) {
  return db.run(sql`
    INSERT INTO memberships (id, account_id, organization_id, role, created_at)
    SELECT ${newId()}, w.account_id, w.organization_id, 'mentor', ${now.getTime()}
    FROM admissions w WHERE w.id = ${admissionId} AND NOT EXISTS (SELECT 1 FROM memberships m
      WHERE m.account_id = w.account_id AND m.organization_id = w.organization_id
        AND m.role = 'mentor' AND m.ended_at IS NULL)`)
}
