import { and, desc, eq, inArray, isNull } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { openContact } from './open-contact.ts'
import { approvals, domains, organizationChanges, organizations } from '../tables.ts'

export type Organization = typeof organizations.$inferSelect

export function findOwnOrganization(call: Call): Promise<Organization | undefined> {
  const id = call.acting?.organizationId ?? ''
  return call.db.select().from(organizations).where(eq(organizations.id, id)).get()
}

type Change = typeof organizationChanges.$inferSelect

/**
 * The caller's organization, with the operator's decision on it and its latest change of details,
 * in one round trip.
 */
export async function findOrganizationPage(call: Call) {
  const id = call.acting?.organizationId ?? ''
  const [[organization], known, [approval], [change, before]] = await call.db.batch([
    call.db.select().from(organizations).where(eq(organizations.id, id)),
    call.db.select({ domain: domains.domain }).from(domains).where(eq(domains.organizationId, id)),
    call.db
      .select({ expiresAt: approvals.expiresAt, reason: approvals.reason })
      .from(approvals)
      .where(
        and(
          eq(approvals.subjectKind, 'employer'),
          eq(approvals.subjectId, id),
          isNull(approvals.endedAt),
        ),
      ),
    call.db
      .select()
      .from(organizationChanges)
      .where(
        and(
          eq(organizationChanges.organizationId, id),
          inArray(organizationChanges.state, ['waiting', 'approved', 'declined']),
        ),
      )
      .orderBy(desc(organizationChanges.askedAt))
      .limit(2),
  ])
  return (
    organization && {
      ...(await organizationView(call, organization)),
      domains: known.map(({ domain }) => domain),
      approvedUntil: approval?.expiresAt ?? null,
      declinedBecause: organization.state === 'declined' ? (approval?.reason ?? null) : null,
      /** The change that waits for the operator, or the latest one if it was declined. */
      change: change && change.state !== 'approved' ? changeView(change) : null,
      /** While a change waits: why the one before it was declined. */
      declinedBefore:
        change?.state === 'waiting' && before?.state === 'declined' ? before.reason : null,
    }
  )
}

function changeView({ name, legalName, site, country, domain, state, reason, askedAt }: Change) {
  return { name, legalName, site, country, domain, state, reason, askedAt }
}

/** What an organization's own people see of it. */
async function organizationView(call: Call, organization: Organization) {
  const aliases: unknown = JSON.parse(organization.aliases)
  return {
    id: organization.id,
    kind: organization.kind,
    operator: organization.operator,
    open: organization.open,
    name: organization.name,
    slug: organization.slug,
    aliases: Array.isArray(aliases) ? aliases.map(String) : [],
    legalName: organization.legalName,
    site: organization.site,
    country: organization.country,
    contact: await openContact(call, organization.id, organization.contact, null),
    state: organization.state,
    joinCode: organization.joinCode,
  }
}

/** The open programme, if there is one. */
export function findOpenProgramme(call: Call) {
  return openProgramme(call).get()
}

/** The open programme as a query, for a batch with other reads. */
export function openProgramme(call: Call) {
  const live = and(eq(organizations.open, true), eq(organizations.state, 'approved'))
  return call.db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(live)
}
