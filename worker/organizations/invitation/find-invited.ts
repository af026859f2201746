import { sql } from 'drizzle-orm'

import type { Call, Role } from '../../foundation/call/call.ts'
import { refusesMail } from '../../notifications/refuse-mail.ts'

/** What is known about one address that an organization invites. */
export interface Invited {
  email_index: string
  /** The live invitation, if there is one. */
  live_id: string | null
  /** 1 if that invitation is to the role that is asked for now. */
  is_same_role: number
  /**
   * When this organization last mailed an invitation to this address, even one that was withdrawn.
   */
  mailed_at: number | null
  refuses_mail: number
  /** 1 if the account with this address already has this role in the organization. */
  is_member: number
}

/**
 * What is known about each address, by its current index, and whether the organization may invite
 * at all. `addresses`: the indexes of each, under every key, the current one first.
 */
export async function findInvited(
  call: Call,
  { organizationId, role }: { organizationId: string; role: Role },
  addresses: readonly (readonly string[])[],
) {
  const now = call.now.getTime()
  // `+i.organization_id` keeps SQLite from reading all invitations of the organization for each
  // address.
  const anyIndex = sql`IN (SELECT value FROM json_each(wanted.value))`
  const [[organization], rows] = await call.db.batch([
    call.db.all<{ approved: number }>(
      sql`SELECT state = 'approved' AS approved FROM organizations WHERE id = ${organizationId}`,
    ),
    call.db.all<Invited>(sql`
      SELECT wanted.value ->> 0 AS email_index,
        (SELECT i.id FROM invitations i WHERE +i.organization_id = ${organizationId}
          AND i.email_index ${anyIndex} AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
          AND i.expires_at > ${now}) AS live_id,
        (SELECT i.role FROM invitations i WHERE +i.organization_id = ${organizationId}
          AND i.email_index ${anyIndex} AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
          AND i.expires_at > ${now}) IS ${role} AS is_same_role,
        (SELECT max(i.mailed_at) FROM invitations i WHERE +i.organization_id = ${organizationId}
          AND i.email_index ${anyIndex}) AS mailed_at,
        ${refusesMail(anyIndex, organizationId)} AS refuses_mail,
        EXISTS (SELECT 1 FROM accounts a CROSS JOIN memberships m ON m.account_id = a.id
          WHERE a.email_index ${anyIndex} AND +m.organization_id = ${organizationId}
            AND m.role = ${role} AND m.ended_at IS NULL) AS is_member
      FROM json_each(${JSON.stringify(addresses)}) wanted`),
  ])
  return { approved: organization?.approved === 1, rows }
}
