import { redact } from '../../foundation/redactor/redact.ts'
import { isSkill, skillIds } from '../../skills/skill.ts'
import { type Crowd, regionsOn, whenOf } from '../eligibility/crowd.ts'
import { type Judgement, criteriaOf } from './criteria.ts'

export type CardForm = 'short' | 'full'

/** A badge as its row holds it; texts opened, not yet redacted. */
export interface CardBadge {
  skill: string
  level: number
  month: string
  mentorReviewed: boolean
  challengeTitle: string | null
  excerpt: string | null
  /** How finely month and regions may be shown. */
  crowd: Crowd
  /** Null where criteria are off, or fewer than five share the levels. */
  judgement: (Judgement & { rubricHash: string }) | null
}

/** All that a card is made of. The name and the programmes are here to be hidden, never to be sent. */
export interface CardFacts {
  name: string
  programmeNames: string[]
  /** Of the account: what its texts are written in. */
  language: string
  headline: string | null
  summary: string | null
  regions: string[]
  remote: boolean
  hoursPerWeek: { minimum: number; maximum: number } | null
  startMonth: string | null
  badges: CardBadge[]
}

/**
 * What an employer sees of a student; the preview and the employer's own page are both this one
 * function. A switch that is off leaves no member behind. No id, no time finer than a month, and no
 * month, region or level that fewer than five people share.
 */
export function cardOf(pseudonym: string, facts: CardFacts, form: CardForm) {
  const hide = (text: string) => redact(text, facts.name, facts.programmeNames, facts.language).text
  const { headline, summary, remote, hoursPerWeek, startMonth } = facts
  const crowds = facts.badges.map(({ crowd }) => crowd)
  const regions = regionsOn(facts.regions, crowds)
  return {
    pseudonym,
    ...(headline !== null && { headline: hide(headline) }),
    ...(summary !== null && { summary: hide(summary) }),
    ...(regions.length > 0 && { regions }),
    ...(remote && { remote }),
    ...(hoursPerWeek && { hoursPerWeek }),
    ...(startMonth !== null && { startMonth }),
    badges: facts.badges.toSorted(byHouseOrder).map((badge) => badgeOn(badge, form, hide)),
  }
}

export type Card = ReturnType<typeof cardOf>

function badgeOn(badge: CardBadge, form: CardForm, hide: (text: string) => string) {
  const { skill, level, month, mentorReviewed, challengeTitle, excerpt, crowd, judgement } = badge
  if (form === 'short') return { skill, level }
  return {
    skill,
    level,
    ...whenOf(month, crowd),
    reviewers: mentorReviewed ? ('peers-and-mentor' as const) : ('peers' as const),
    // Agreement is measured from a later version on; until then every badge says the same.
    agreement: 'too-few-reviews' as const,
    ...(challengeTitle !== null && { challengeTitle }),
    ...(judgement && { criteria: criteriaOf(judgement) }),
    ...(excerpt !== null && { excerpt: hide(excerpt) }),
    // The very version only beside what it explains: it tells when somebody was judged.
    rubric: `/rubrics/${skill}${judgement ? `/${judgement.rubricHash}` : ''}`,
  }
}

/** By skill, then level: the order in which they were earned is nobody's business. */
function byHouseOrder(one: CardBadge, other: CardBadge): number {
  return rankOf(one.skill) - rankOf(other.skill) || other.level - one.level
}

function rankOf(skill: string): number {
  return isSkill(skill) ? skillIds.indexOf(skill) : skillIds.length
}

/** What a card has that says nothing of the person. */
const ofNobody = ['pseudonym', 'badges', 'rubric']

/** The fields a card shows, as the student's log of looks lists them. */
export function fieldsOn(card: Card): string[] {
  const badges = card.badges.flatMap((badge) => Object.keys(badge))
  return [...new Set([...Object.keys(card), ...badges])].filter((name) => !ofNobody.includes(name))
}
