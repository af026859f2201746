import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'

import { emailIndexKey } from '../../accounts/account/email.ts'
import { hashToken } from '../../accounts/session/session.ts'
import { invitations } from '../../accounts/tables.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Acting, Call, Role } from '../../foundation/call/call.ts'
import { guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { oneOf } from '../../foundation/call/one-of.ts'
import { note } from '../../foundation/outbox/note.ts'
import { organizationOwner } from '../../foundation/crypto/owner.ts'
import { seal } from '../../foundation/crypto/seal.ts'
import { invitationEnd, invitationToken } from './invitation.ts'

interface Wanted {
  email: string
  index: string
  /** Under every key, the current one first. */
  indexes: readonly string[]
  role: Role
  cohortId: string | null
  mailed: boolean
}

/**
 * Makes a new invitation with its mail, if wanted, and withdraws an expired one to the same
 * address.
 */
export async function makeInvitation(call: Call, { organizationId }: Acting, wanted: Wanted) {
  const { email, index, indexes, role, cohortId, mailed } = wanted
  const id = newId()
  const keyId = emailIndexKey(call)
  const now = call.now.getTime()
  const expiresAt = invitationEnd(role, call.now, call.reader.zone)
  const statements = [
    // The UNIQUE cannot compare times, so an expired invitation still counts as open until it is
    // withdrawn.
    call.db.run(sql`UPDATE invitations SET withdrawn_at = expires_at
      WHERE organization_id = ${organizationId} AND email_index ${oneOf(indexes)}
        AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at <= ${now}`),
    call.db.insert(invitations).values({
      id,
      tokenHash: await hashToken(await invitationToken(call, id)),
      organizationId,
      role,
      cohortId,
      email: await seal(call, invitations.email, id, organizationOwner(organizationId), email),
      emailIndex: index,
      emailIndexKey: keyId,
      tokenKey: keyId,
      invitedBy: call.actorId,
      createdAt: call.now,
      expiresAt,
      mailedAt: mailed ? call.now : null,
    }),
    ...(mailed ? [note(call, 'invitation.made', id, { until: expiresAt })] : []),
  ]
  return { id, statements }
}

/** Mails the live invitation again, with a new end. Refused if another request did so first. */
export function sendAgain(call: Call, id: string) {
  const dayAgo = new Date(call.now.getTime() - 86_400_000)
  const open = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt))
  const due = or(isNull(invitations.mailedAt), lte(invitations.mailedAt, dayAgo))
  return [
    call.db
      .update(invitations)
      .set({ mailedAt: call.now, expiresAt: endAgain(call) })
      .where(and(eq(invitations.id, id), open, due)),
    guard(call, 'invitation_moved'),
    // The role is not known here, so this is the longer of the two terms. An invitation that has
    // ended is not mailed anyway.
    note(call, 'invitation.made', id, {
      until: invitationEnd('student', call.now, call.reader.zone),
    }),
    auditEntry(call, 'invitation.sent-again', id),
  ]
}

/** `invitationEnd` in SQL, for the role in the row. */
function endAgain({ now, reader: { zone } }: Call) {
  const long = invitationEnd('student', now, zone)
  const short = invitationEnd('admin', now, zone)
  return sql<Date>`CASE WHEN role IN ('admin', 'recruiter') THEN ${short.getTime()} ELSE ${long.getTime()} END`
}
