import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import { open } from '../foundation/seal.ts'
import { organizations } from './tables.ts'

export type Organization = typeof organizations.$inferSelect

export function findOwnOrganization(call: Call): Promise<Organization | undefined> {
  const id = call.acting?.organizationId ?? ''
  return call.db.select().from(organizations).where(eq(organizations.id, id)).get()
}

/** What its own admins see of an organization. */
export function organizationView(organization: Organization) {
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
    contact: organization.contact === null ? null : open(organization.contact),
    state: organization.state,
    joinCode: organization.joinCode,
  }
}

interface WaitingRow {
  id: string
  name: string
  legal_name: string
  site: string
  country: string
  contact: string
  created_at: number
  domains: string
}

/** Employers that wait for the operator's word, the one waiting longest first. */
export function findWaitingEmployers(call: Call) {
  return call.db.all<WaitingRow>(sql`
    SELECT o.id, o.name, o.legal_name, o.site, o.country, o.contact, o.created_at,
      (SELECT group_concat(d.domain) FROM domains d WHERE d.organization_id = o.id) AS domains
    FROM organizations o WHERE o.kind = 'employer' AND o.state = 'waiting'
    ORDER BY o.created_at LIMIT 100`)
}

export function waitingEmployerView(row: WaitingRow) {
  return {
    id: row.id,
    name: row.name,
    legalName: row.legal_name,
    site: row.site,
    country: row.country,
    contact: open(row.contact),
    domains: row.domains?.split(',') ?? [],
    appliedAt: new Date(row.created_at),
  }
}

/** The name by which people look for the open programme, when there is one. */
export function findOpenProgramme(call: Call) {
  const live = and(eq(organizations.open, true), eq(organizations.state, 'approved'))
  return call.db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(live)
    .get()
}
