import { redact } from '../../foundation/redactor/redact.ts'
import { isSkill, skillIds } from '../../skills/skill.ts'
import { type Crowd, regionsOn, whenOf } from '../eligibility/crowd.ts'
import { type Judgement, criteriaOf } from './criteria.ts'

export type CardForm = 'short' | 'full'

/** A badge as stored, with its sealed texts opened but not yet redacted. */
export interface CardBadge {
  skill: string
  level: number
  month: string
  mentorReviewed: boolean
  challengeTitle: string | null
  excerpt: string | null
  /** How finely month and regions may be shown. */
  crowd: Crowd
  /** Null if criteria are switched off or fewer than five people share the levels. */
  judgement: (Judgement & { rubricHash: string }) | null
}

/**
 * Everything a card is made of. The name and the programmes are only here to be redacted from texts
 * and are never sent.
 */
export interface CardFacts {
  name: string
  programmeNames: string[]
  /** The account's language, in which its texts are written. */
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
 * What an employer sees of a student. The student's preview uses the same function. Fields that are
 * switched off are left out. A card has no id and no time finer than a month. A badge's month, its
 * criteria's levels and the regions are left out or made coarser if fewer than five people share
 * them.
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
    // Agreement is not measured in this version, so every badge says the same.
    agreement: 'too-few-reviews' as const,
    ...(challengeTitle !== null && { challengeTitle }),
    ...(judgement && { criteria: criteriaOf(judgement) }),
    ...(excerpt !== null && { excerpt: hide(excerpt) }),
    // Names the rubric's version only if criteria are shown, because a version hints at the time of
    // the badge.
    rubric: `/rubrics/${skill}${judgement ? `/${judgement.rubricHash}` : ''}`,
  }
}

/**
 * The order of badges on a card: by skill, then level. The order in which they were earned could
 * help to identify the person.
 */
function byHouseOrder(one: CardBadge, other: CardBadge): number {
  return rankOf(one.skill) - rankOf(other.skill) || other.level - one.level
}

function rankOf(skill: string): number {
  return isSkill(skill) ? skillIds.indexOf(skill) : skillIds.length
}

/** Fields that say nothing about the person. */
const ofNobody = ['pseudonym', 'badges', 'rubric']

/** The fields a card shows, as listed in the student's log of who looked. */
export function fieldsOn(card: Card): string[] {
  const badges = card.badges.flatMap((badge) => Object.keys(badge))
  return [...new Set([...Object.keys(card), ...badges])].filter((name) => !ofNobody.includes(name))
}
