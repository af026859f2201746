import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { mostWaiting } from './most-waiting.ts'
import { openContact } from '../organization/open-contact.ts'
import { lastRenewable } from './approval-term.ts'

interface EmployerRow {
  id: string
  name: string
  legal_name: string
  site: string
  country: string
  contact: string
  created_at: number
  version: number
  domains: string | null
  is_renewal: number
  approved_until: number | null
  same_domain: string
}

const domainsOf = sql`(SELECT group_concat(d.domain) FROM domains d WHERE d.organization_id = o.id)`

/**
 * Names of other employers with one of this employer's mail domains: the application may be a
 * duplicate.
 */
const sameDomain = sql`(SELECT json_group_array(DISTINCT other.name) FROM domains d
  JOIN domains theirs ON theirs.domain = d.domain AND theirs.organization_id <> d.organization_id
  JOIN organizations other ON other.id = theirs.organization_id AND other.state IN ('waiting', 'approved')
  WHERE d.organization_id = o.id)`

/**
 * Employers that wait for the operator's decision, the longest wait first: new ones, and those
 * whose approval has ended or ends within thirty days.
 */
export function findWaitingEmployers(call: Call) {
  return call.db.all<EmployerRow>(sql`
    SELECT o.id, o.name, o.legal_name, o.site, o.country, o.contact, o.created_at, o.version,
      ${domainsOf} AS domains,
      o.state = 'approved' AS is_renewal, p.expires_at AS approved_until,
      ${sameDomain} AS same_domain
    FROM organizations o LEFT JOIN approvals p ON p.subject_kind = 'employer' AND p.subject_id = o.id
      AND p.ended_at IS NULL AND p.decision = 'approved'
    WHERE o.kind = 'employer' AND (o.state = 'waiting'
      OR (o.state = 'approved' AND p.expires_at <= ${lastRenewable(call.now).getTime()}))
    ORDER BY COALESCE(p.expires_at, o.created_at) LIMIT ${mostWaiting + 1}`)
}

export async function waitingEmployerView(call: Call, row: EmployerRow) {
  return {
    id: row.id,
    /**
     * The page sends this with the decision, which is refused if the details have changed since.
     */
    version: row.version,
    name: row.name,
    legalName: row.legal_name,
    site: row.site,
    country: row.country,
    contact: await openContact(call, row.id, row.contact, ''),
    domains: row.domains?.split(',') ?? [],
    sameDomain: v.parse(v.array(v.string()), JSON.parse(row.same_domain)),
    appliedAt: new Date(row.created_at),
    isRenewal: row.is_renewal === 1,
    approvedUntil: row.approved_until === null ? null : new Date(row.approved_until),
  }
}

interface ChangeRow {
  id: string
  name: string
  legal_name: string
  site: string
  country: string
  domain: string | null
  asked_at: number
  old_name: string
  old_legal_name: string
  old_site: string
  old_country: string
  domains: string | null
}

/** Changes of details that approved employers ask for, the longest wait first. */
export function findWaitingChanges(call: Call) {
  return call.db.all<ChangeRow>(sql`
    SELECT c.id, c.name, c.legal_name, c.site, c.country, c.domain, c.asked_at, o.name AS old_name,
      o.legal_name AS old_legal_name, o.site AS old_site, o.country AS old_country, ${domainsOf} AS domains
    FROM organization_changes c JOIN organizations o ON o.id = c.organization_id
    WHERE c.state = 'waiting' ORDER BY c.asked_at LIMIT ${mostWaiting + 1}`)
}

export function waitingChangeView(row: ChangeRow) {
  const domains = row.domains?.split(',') ?? []
  return {
    id: row.id,
    askedAt: new Date(row.asked_at),
    before: {
      name: row.old_name,
      legalName: row.old_legal_name,
      site: row.old_site,
      country: row.old_country,
      domains,
    },
    after: {
      name: row.name,
      legalName: row.legal_name,
      site: row.site,
      country: row.country,
      domains: row.domain === null ? domains : [...domains, row.domain],
    },
  }
}
