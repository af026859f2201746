import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openPerson } from '../../accounts/account/open-account.ts'
import { namesToHideOf, readNamesToHide } from '../../attempts/submission/find-names-to-hide.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { openExcerpt, openTexts } from './open-profile.ts'
import type { VisibleFields } from './visibility.ts'

interface OwnRow {
  name: string | null
  email: string
  birth_year: number | null
  birth_month: number | null
  language: string
  names_to_hide: string
  programme_domains: string
  version: number | null
  consent_id: string | null
  granted_at: number | null
  expires_at: number | null
  headline: string | null
  summary: string | null
  regions: string | null
  remote: number | null
  hours_minimum: number | null
  hours_maximum: number | null
  start_month: string | null
  pay_floor: number | null
  pay_currency: string | null
  work_countries: string | null
  badges: string
}

/** The caller's account and what they have switched on, in one row. */
export function findOwnVisibility(call: Call) {
  return call.db.all<OwnRow>(sql`
    SELECT a.name, a.email, a.birth_year, a.birth_month, a.language,
      ${namesToHideOf(sql`a.id`)} AS names_to_hide,
      (SELECT json_group_array(d.domain) FROM memberships m JOIN domains d USING (organization_id)
        WHERE m.account_id = a.id) AS programme_domains,
      v.version, v.consent_id, c.granted_at, c.expires_at, v.headline, v.summary, v.regions, v.remote,
      v.hours_minimum, v.hours_maximum, v.start_month, v.pay_floor, v.pay_currency, v.work_countries,
      (SELECT json_group_array(json_object('credentialId', vc.credential_id, 'excerpt', vc.excerpt,
          'criteria', vc.signs IS NOT NULL))
        FROM visible_credentials vc WHERE vc.student_id = a.id) AS badges
    FROM accounts a LEFT JOIN visibilities v ON v.student_id = a.id LEFT JOIN consents c ON c.id = v.consent_id
    WHERE a.id = ${call.actorId}`)
}

const Strings = v.array(v.string())
const OnBadges = v.array(
  v.object({ credentialId: v.string(), excerpt: v.nullable(v.string()), criteria: v.number() }),
)

/** The caller's row, with its sealed texts opened. `on` is undefined while visibility is off. */
export async function visibilityOf(call: Call, row: OwnRow) {
  const [person, on] = await Promise.all([
    openPerson(call, call.actorId, row),
    switchedOn(call, row),
  ])
  return {
    ...person,
    birth: { birthYear: row.birth_year, birthMonth: row.birth_month },
    programmeNames: readNamesToHide(row.names_to_hide),
    language: row.language,
    programmeDomains: v.parse(Strings, JSON.parse(row.programme_domains)),
    version: row.version ?? 0,
    on,
    grantedAt: row.granted_at === null ? null : new Date(row.granted_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
  }
}

async function switchedOn(call: Call, row: OwnRow) {
  if (row.consent_id === null) return undefined
  return { consentId: row.consent_id, fields: await fieldsOf(call, row) }
}

async function fieldsOf(call: Call, row: OwnRow): Promise<VisibleFields> {
  const {
    hours_minimum: minimum,
    hours_maximum: maximum,
    pay_floor: amount,
    pay_currency: currency,
  } = row
  const regions = v.parse(Strings, JSON.parse(row.regions ?? '[]'))
  const workCountries = v.parse(Strings, JSON.parse(row.work_countries ?? '[]'))
  const badges = v.parse(OnBadges, JSON.parse(row.badges))
  const [{ headline, summary }, credentials] = await Promise.all([
    openTexts(call, call.actorId, row),
    allOf(badges, (badge) => shownBadge(call, badge)),
  ])
  return {
    credentials,
    ...(headline !== null && { headline }),
    ...(summary !== null && { summary }),
    ...(regions.length > 0 && { regions }),
    ...(row.remote === 1 && { remote: true as const }),
    ...(minimum !== null && maximum !== null && { hoursPerWeek: { minimum, maximum } }),
    ...(row.start_month !== null && { startMonth: row.start_month }),
    ...(amount !== null && currency !== null && { payFloor: { amount, currency } }),
    ...(workCountries.length > 0 && { workCountries }),
  }
}

async function shownBadge(call: Call, badge: v.InferOutput<typeof OnBadges>[number]) {
  const excerpt = await openExcerpt(call, badge.credentialId, badge.excerpt)
  return {
    credentialId: badge.credentialId,
    ...(badge.criteria === 1 && { criteria: true as const }),
    ...(excerpt !== null && { excerpt }),
  }
}
