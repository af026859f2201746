import { and, eq, isNull } from 'drizzle-orm'

import type { Account } from '../../accounts/account/find-account.ts'
import { type invitations as invitationTable, invitations } from '../../accounts/tables.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { whyTooYoung } from '../organization/adults-only.ts'
import { isInvited } from './is-invited.ts'
import { joiningConflicts } from '../organization/joining-conflicts.ts'
import {
  invitationForSomebodyElse,
  invitationNotLive,
  profileIncomplete,
  staffBesideStudent,
} from '../problems.ts'
import { cohortMembers } from '../tables.ts'
import { joining } from '../organization/take-up-first-admin.ts'
import { withdrawingRequest } from '../organization/withdraw-request.ts'

interface Offered {
  invitation: typeof invitationTable.$inferSelect
  account: Account
  /** Whether the invitation is to the open programme. */
  open: boolean
}

/**
 * Joins as invited. The link alone is not enough: the account must have the address that the
 * invitation was sent to. The open programme is for adults only, also by invitation.
 */
export async function acceptInvitation(call: Call, { invitation, account, open }: Offered) {
  if (!(await isInvited(call, account, invitation))) throw invitationForSomebodyElse()
  const isStudent = invitation.role === 'student'
  if (!account.name || (isStudent && account.birthYear === null)) throw profileIncomplete()
  const refusal = open && whyTooYoung(invitation.role, account, call.now)
  if (refusal) throw refusal

  const membershipId = newId()
  const { id, organizationId, role, cohortId } = invitation
  const placed = cohortId ? [call.db.insert(cohortMembers).values({ cohortId, membershipId })] : []
  return commit(
    call,
    [
      call.db
        .update(invitations)
        .set({ acceptedAt: call.now, acceptedBy: call.actorId })
        .where(
          and(
            eq(invitations.id, id),
            isNull(invitations.acceptedAt),
            isNull(invitations.withdrawnAt),
          ),
        ),
      guard(call, 'invitation_not_live'),
      joining(call, { membershipId, organizationId, role }),
      ...(isStudent || role === 'mentor' ? [withdrawingRequest(call, organizationId)] : []),
      ...placed,
      auditEntry(call, 'membership.begun', membershipId, { role }, organizationId),
    ],
    {
      answer: { membershipId },
      conflicts: {
        ...joiningConflicts,
        ...(!isStudent && { student_beside_staff: staffBesideStudent }),
        invitation_not_live: invitationNotLive,
      },
    },
  )
}
