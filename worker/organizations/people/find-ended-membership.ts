import { and, eq, isNotNull } from 'drizzle-orm'

import { memberships } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { organizations } from '../tables.ts'

/** An ended membership, for the reactions to its end. */
export function findEndedMembership(call: Call, membershipId: string) {
  const { accountId, organizationId, role } = memberships
  return call.db
    .select({ accountId, organizationId, role, organization: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.id, membershipId), isNotNull(memberships.endedAt)))
    .get()
}
