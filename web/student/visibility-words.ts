import { skillName } from '../lib/format/skills.ts'
import { m } from '../paraglide/messages.js'
import type { ShowableBadge } from './visibility.ts'

const switches: Record<string, () => string> = {
  headline: m.visibility_switch_headline,
  summary: m.visibility_switch_summary,
  regions: m.visibility_switch_regions,
  remote: m.visibility_switch_remote,
  hoursPerWeek: m.visibility_switch_hours,
  startMonth: m.visibility_switch_start,
  payFloor: m.visibility_switch_pay,
  workCountries: m.visibility_switch_countries,
  name: m.visibility_switch_name,
  email: m.visibility_switch_email,
  telephone: m.visibility_switch_telephone,
}

/**
 * The words for a switch of a badge: with the badge's skill, or without it if the badge is gone.
 */
const ofBadge: Record<string, [of: (skill: { skill: string }) => string, some: () => string]> = {
  credential: [m.visibility_switch_credential, m.visibility_switch_some_badge],
  criteria: [m.visibility_switch_criteria, m.visibility_switch_some_criteria],
  excerpt: [m.visibility_switch_excerpt, m.visibility_switch_some_excerpt],
}

/**
 * A switch from a receipt, in words: `credential:…`, `criteria:…`, `excerpt:…` name the badge's
 * skill.
 */
export function switchWords(name: string, badges: readonly ShowableBadge[]): string {
  const [kind = '', id] = name.split(':')
  const words = ofBadge[kind]
  if (id === undefined || !words) return switches[name]?.() ?? name
  const badge = badges.find(({ credentialId }) => credentialId === id)
  const [of, some] = words
  return badge ? of({ skill: skillName(badge.skill) }) : some()
}

const saw: Record<string, () => string> = {
  skill: m.visibility_saw_skill,
  level: m.visibility_saw_level,
  month: m.visibility_saw_month,
  quarter: m.visibility_saw_quarter,
  year: m.visibility_saw_year,
  reviewers: m.visibility_saw_reviewers,
  agreement: m.visibility_saw_agreement,
  challengeTitle: m.visibility_saw_title,
  criteria: m.visibility_saw_criteria,
  excerpt: m.visibility_saw_excerpt,
}

/** A field of a card or an identity, as in the log of views. */
export function sawWords(field: string): string {
  return saw[field]?.() ?? switches[field]?.() ?? field
}

export const hiddenWords = {
  email: m.visibility_hides_email,
  url: m.visibility_hides_url,
  handle: m.visibility_hides_handle,
  phone: m.visibility_hides_phone,
  programme: m.visibility_hides_programme,
  name: m.visibility_hides_name,
}

export const warningWords = {
  school: m.visibility_warns_school,
  year: m.visibility_warns_year,
  age: m.visibility_warns_age,
}
