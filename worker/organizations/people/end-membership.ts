import { and, eq, isNull, sql } from 'drizzle-orm'

import { memberships, sessions } from '../../accounts/tables.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Visitor } from '../../http/env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { note } from '../../foundation/outbox/note.ts'
import { notFound } from '../../http/problems.ts'
import { lastAdmin } from '../problems.ts'

type Membership = typeof memberships.$inferSelect

/** An admin ends a membership; a trigger ends the sessions that act in it. */
export function endMembership(call: Call, membership: Membership) {
  return end(call, membership, [])
}

/**
 * Ends the caller's own membership. The session of this browser continues, but acts in no
 * membership.
 */
export function leaveMembership(call: Call, membership: Membership, { sessionHash }: Visitor) {
  const here = and(eq(sessions.tokenHash, sessionHash), eq(sessions.membershipId, membership.id))
  return end(call, membership, [call.db.update(sessions).set({ membershipId: null }).where(here)])
}

function end(call: Call, membership: Membership, first: Statement[]) {
  const { id, organizationId } = membership
  const live = and(eq(memberships.id, id), isNull(memberships.endedAt))
  return commit(
    call,
    [
      ...first,
      call.db.update(memberships).set({ endedAt: call.now }).where(live),
      guard(call, 'membership_ended'),
      endCoachings(call, membership),
      note(call, 'membership.ended', id),
      auditEntry(call, 'membership.ended', id, {}, organizationId),
    ],
    { answer: null, conflicts: { membership_ended: notFound, last_admin: lastAdmin } },
  )
}

/**
 * Ends the coachings of a student who leaves, or of a mentor who leaves: a coach sees a student's
 * progress by name. Ending only the admin role of somebody who is also a mentor ends no coaching.
 */
function endCoachings(call: Call, { accountId, organizationId, role }: Membership): Statement {
  // With an OR, SQLite would scan all coachings of the organization.
  return call.db.run(sql`
    UPDATE coachings SET ended_at = ${call.now.getTime()} WHERE id IN (
      SELECT id FROM coachings WHERE student_id = ${accountId} AND ended_at IS NULL
        AND organization_id = ${organizationId} AND ${role} = 'student'
      UNION ALL SELECT id FROM coachings WHERE mentor_id = ${accountId} AND ended_at IS NULL
        AND organization_id = ${organizationId} AND ${role} = 'mentor')`)
}
