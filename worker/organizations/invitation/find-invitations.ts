import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'

import { ownAccount } from '../../accounts/account/find-account.ts'
import { hashToken } from '../../accounts/session/session.ts'
import { invitations, memberships } from '../../accounts/tables.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { open } from '../../foundation/crypto/seal.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { invitationToken } from './invitation.ts'
import { organizations } from '../tables.ts'

/** A live invitation by its link, with the organization that invites. */
export async function findInvitation(call: Call, token: string) {
  return call.db
    .select({ invitation: invitations, organization: organizations })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .where(and(eq(invitations.tokenHash, await hashToken(token)), isLive(call)))
    .get()
}

/** A live invitation, whether it is to the open programme, and the account of the caller. */
export async function findInvitationToAccept(call: Call, token: string) {
  const own = and(eq(invitations.tokenHash, await hashToken(token)), isLive(call))
  const [[found], [account]] = await call.db.batch([
    call.db
      .select({ invitation: invitations, open: organizations.open })
      .from(invitations)
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .where(own),
    ownAccount(call),
  ])
  return found && account && { ...found, account }
}

/** The invitation that the caller accepted, while the membership lasts. */
export async function findOwnAcceptance(call: Call, token: string) {
  return call.db
    .select({ organizationName: organizations.name, role: invitations.role })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.accountId, call.actorId),
        eq(memberships.organizationId, invitations.organizationId),
        eq(memberships.role, invitations.role),
        isNull(memberships.endedAt),
      ),
    )
    .where(
      and(
        eq(invitations.tokenHash, await hashToken(token)),
        eq(invitations.acceptedBy, call.actorId),
      ),
    )
    .get()
}

const pageSize = 100

/** An organization's live invitations, the newest first, each with its link to copy. */
export async function listInvitations(call: Call, { organizationId }: Acting, query: PageQuery) {
  const live = and(eq(invitations.organizationId, organizationId), isLive(call))
  const rows = await call.db
    .select()
    .from(invitations)
    .where(
      sql`${live} ${behind(
        query,
        (after) => sql`(created_at, id) < (
      SELECT +created_at, +id FROM invitations WHERE id = ${after} AND organization_id = ${organizationId})`,
      )}`,
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(pageSize + 1)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  const listed = await allOf(
    shown,
    async ({ id, role, cohortId, createdAt, expiresAt, tokenKey, ...row }) => {
      const token = await invitationToken(call, id, tokenKey)
      const link = `${call.origin}/invitations/${token}`
      const email = await open(call, invitations.email, id, row.email)
      return { id, email, role, cohortId, createdAt, expiresAt, link }
    },
  )
  return { invitations: listed, next }
}

export function findOwnInvitation(call: Call, invitationId: string) {
  const own = and(
    eq(invitations.id, invitationId),
    eq(invitations.organizationId, call.acting?.organizationId ?? ''),
    isLive(call),
  )
  return call.db.select().from(invitations).where(own).get()
}

function isLive({ now }: Call) {
  return and(
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
    gt(invitations.expiresAt, now),
  )
}
