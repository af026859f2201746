import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openEmail } from '../../accounts/account/open-account.ts'
import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { freshProofNeeded } from '../../foundation/problems.ts'
import { isProvenToday, missingRequirements } from './search-requirements.ts'
import { employerNotApproved } from '../problems.ts'

export interface EmployerRow {
  email: string
  domains: string
  legal_name: string | null
  site: string | null
  country: string | null
  contact: string | null
  approved: number
  has_opening: number
  state: string
}

/** The facts for the search requirements of the caller's employer. Batch it with the search. */
export function findSearchRequirements(call: Call) {
  const now = call.now.getTime()
  return call.db.all<EmployerRow>(sql`
    SELECT a.email, o.legal_name, o.site, o.country, o.contact, o.state,
      (SELECT json_group_array(d.domain) FROM domains d WHERE d.organization_id = o.id) AS domains,
      EXISTS (SELECT 1 FROM approvals p WHERE p.subject_kind = 'employer' AND p.subject_id = o.id
        AND p.decision = 'approved' AND p.ended_at IS NULL AND p.expires_at > ${now}) AS approved,
      EXISTS (SELECT 1 FROM openings op JOIN opening_versions ov ON ov.opening_id = op.id
        WHERE op.organization_id = o.id AND ov.state = 'approved') AS has_opening
    FROM organizations o, accounts a
    WHERE o.id = ${actingOf(call).organizationId} AND a.id = ${call.actorId}`)
}

/** Throws 403 unless this recruiter may search; names each requirement that is missing. */
export async function refuseUnlessMet(call: Call, row: EmployerRow | undefined): Promise<void> {
  if (!isProvenToday(call.provenAt, call.now)) throw freshProofNeeded()
  const missing = row
    ? missingRequirements(await factsOf(call, row))
    : (['details', 'approval'] as const)
  if (missing.length === 0) return
  throw employerNotApproved(`Missing: ${missing.join(', ')}.`, { missing })
}

async function factsOf(call: Call, row: EmployerRow) {
  return {
    email: await openEmail(call, call.actorId, row.email),
    domains: v.parse(v.array(v.string()), JSON.parse(row.domains)),
    legalName: row.legal_name,
    site: row.site,
    country: row.country,
    contact: row.contact,
    approved: row.approved === 1 && row.state === 'approved',
    hasApprovedOpening: row.has_opening === 1,
    ended: row.state === 'ended',
  }
}
