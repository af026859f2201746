import { and, eq, inArray, isNull, sql } from 'drizzle-orm'

import { memberships } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { organizations } from '../tables.ts'

export interface Staff {
  accountId: string
  /** Whether one of the roles is admin: only admins can open the pages about the organization. */
  isAdmin: boolean
}

/** The admins and recruiters of an employer, each once. */
export async function findEmployerStaff(call: Call, organizationId: string): Promise<Staff[]> {
  const rows = await call.db
    .select({
      accountId: memberships.accountId,
      isAdmin: sql<number>`max(${memberships.role} = 'admin')`,
    })
    .from(memberships)
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        inArray(memberships.role, ['admin', 'recruiter']),
        isNull(memberships.endedAt),
      ),
    )
    .groupBy(memberships.accountId)
  return rows.map(({ accountId, isAdmin }) => ({ accountId, isAdmin: isAdmin === 1 }))
}

/** The admins of the operator programme. */
export async function findOperatorAdmins(call: Call): Promise<string[]> {
  const rows = await call.db
    .selectDistinct({ accountId: memberships.accountId })
    .from(organizations)
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, organizations.id),
        eq(memberships.role, 'admin'),
        isNull(memberships.endedAt),
      ),
    )
    .where(eq(organizations.operator, true))
  return rows.map(({ accountId }) => accountId)
}
