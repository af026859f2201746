import { and, eq, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { readCode } from '../../accounts/sign-in/code.ts'
import { ownAccount } from '../../accounts/account/find-account.ts'
import { memberships } from '../../accounts/tables.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { whyTooYoung } from '../organization/adults-only.ts'
import type { JoinProgrammeInput } from './join-programme-input.ts'
import { joiningConflicts } from '../organization/joining-conflicts.ts'
import { joinCodeUnknown, profileIncomplete, studentBesideStaff } from '../problems.ts'
import { organizations } from '../tables.ts'
import { joining } from '../organization/take-up-first-admin.ts'
import { withdrawingRequest } from '../organization/withdraw-request.ts'

type Input = InferOutput<typeof JoinProgrammeInput>

/**
 * Joins a programme as a student, without an invitation, and withdraws a waiting request to be its
 * mentor. The open programme is for adults only.
 */
export async function joinProgramme(call: Call, input: Input) {
  const [[account], [programme]] = await call.db.batch([
    ownAccount(call),
    findProgramme(call, input),
  ])
  // Refuse before asking people for their name and birth year.
  if (!programme) throw joinCodeUnknown()
  if (programme.isStaff === 1) throw studentBesideStaff()
  if (!account?.name || account.birthYear === null) throw profileIncomplete()
  const role = 'student'
  const refusal = programme.open && whyTooYoung(role, account, call.now)
  if (refusal) throw refusal

  const membershipId = newId()
  return commit(
    call,
    [
      joining(call, { membershipId, organizationId: programme.id, role }),
      withdrawingRequest(call, programme.id),
      auditEntry(call, 'membership.begun', membershipId, { role }, programme.id),
    ],
    { answer: { membershipId }, conflicts: joiningConflicts },
  )
}

function findProgramme(call: Call, input: Input) {
  const { id, open, joinCode, state } = organizations
  // An input that cannot be a code is looked up as '', which no programme has.
  const isAsked =
    'open' in input
      ? eq(open, true)
      : and(eq(joinCode, readCode(input.code) ?? ''), eq(state, 'approved'))
  const isStaff = sql<number>`EXISTS (SELECT 1 FROM ${memberships}
    WHERE ${memberships.accountId} = ${call.actorId} AND ${memberships.organizationId} = ${id}
      AND ${memberships.role} <> 'student' AND ${memberships.endedAt} IS NULL)`
  return call.db.select({ id, open, isStaff }).from(organizations).where(isAsked)
}
