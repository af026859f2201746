import { eq } from 'drizzle-orm'

import { invitations } from '../accounts/tables.ts'
import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { open } from '../foundation/seal.ts'
import { mailerOf } from '../notifications/mailer.ts'
import { invitationMail } from '../notifications/messages.ts'
import { findOrganizationReader } from './find-organization-reader.ts'
import { invitationToken } from './invitation.ts'
import { organizations } from './tables.ts'

export async function mailInvitation(call: Call, note: Note): Promise<void> {
  const row = await call.db
    .select({ invitation: invitations, name: organizations.name })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .where(eq(invitations.id, note.subjectId))
    .get()
  if (!row || row.invitation.withdrawnAt) return
  const token = await invitationToken(call.env.EMAIL_INDEX_KEY, row.invitation.id)
  const link = `${call.origin}/invitations/${token}`
  const reader = await findOrganizationReader(call, row.invitation.organizationId)
  const message = invitationMail(row.name, row.invitation.role, link)
  await mailerOf(call.env).send({
    ...message(reader),
    to: open(row.invitation.email),
    noteId: note.id,
  })
}
