import { and, eq, isNotNull, sql } from 'drizzle-orm'

import { memberships } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { organizations } from '../tables.ts'

/**
 * An ended membership, for the reactions to its end, and whether the person has another one in the
 * organization.
 */
export function findEndedMembership(call: Call, membershipId: string) {
  const { accountId, organizationId, role } = memberships
  const hasOther = sql<number>`EXISTS (SELECT 1 FROM memberships other
    WHERE other.account_id = ${accountId} AND other.organization_id = ${organizationId}
      AND other.ended_at IS NULL)`
  return call.db
    .select({ accountId, organizationId, role, organization: organizations.name, hasOther })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.id, membershipId), isNotNull(memberships.endedAt)))
    .get()
}
