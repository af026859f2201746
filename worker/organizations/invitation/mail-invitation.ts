import { and, eq, gt, isNull, not, sql } from 'drizzle-orm'

import { invitations } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { open } from '../../foundation/crypto/seal.ts'
import { invitationMail } from '../../notifications/message/invitation-mail.ts'
import { refusesMail } from '../../notifications/refuse-mail.ts'
import { sendMail } from '../../notifications/send-mail.ts'
import { findOrganizationReader } from '../organization/find-organization-reader.ts'
import { invitationLinks, invitationToken } from './invitation.ts'
import { organizations } from '../tables.ts'

/**
 * Mails an invitation if it is still live, its organization is approved and the address has not
 * refused.
 */
export async function mailInvitation(call: Call, note: Note): Promise<void> {
  const refused = refusesMail(sql`= ${invitations.emailIndex}`, sql`${invitations.organizationId}`)
  const row = await call.db
    .select({ invitation: invitations, name: organizations.name })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .where(
      and(
        eq(invitations.id, note.subjectId),
        eq(organizations.state, 'approved'),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, call.now),
        not(refused),
      ),
    )
    .get()
  if (!row) return
  const { id, role, email, organizationId, tokenKey } = row.invitation
  const token = await invitationToken(call, id, tokenKey)
  const { link, refuseLink, unsubscribeLink } = invitationLinks(call.origin, token)
  const reader = await findOrganizationReader(call, organizationId)
  const message = invitationMail(row.name, role, link, refuseLink)
  await sendMail(call, {
    sort: 'invitation',
    unsubscribeLink,
    ...message(reader),
    to: await open(call, invitations.email, id, email),
    noteId: note.id,
  })
}
