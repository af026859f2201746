import { eq, sql } from 'drizzle-orm'

import { hashToken } from '../../accounts/session/session.ts'
import { invitations } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { organizations } from '../tables.ts'

/**
 * Finds which organization invited which address, and what that address has refused. Unlike
 * `findInvitation`, it also finds invitations that were used, withdrawn or have expired: the link
 * to refuse mails must always work.
 */
export async function findInvitationMail(call: Call, token: string) {
  const refused = (by: ReturnType<typeof sql>) =>
    sql<number>`EXISTS (SELECT 1 FROM mail_refusals f
      WHERE f.email_index = ${invitations.emailIndex} AND f.organization_id IS ${by})`
  return call.db
    .select({
      emailIndex: invitations.emailIndex,
      emailIndexKey: invitations.emailIndexKey,
      organizationId: invitations.organizationId,
      organizationName: organizations.name,
      refused: refused(sql`${invitations.organizationId}`),
      refusedAll: refused(sql`NULL`),
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .where(eq(invitations.tokenHash, await hashToken(token)))
    .get()
}

export type InvitationMail = NonNullable<Awaited<ReturnType<typeof findInvitationMail>>>
