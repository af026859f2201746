import type { InferInput } from 'valibot'

import type { CriteriaInput } from '../../../worker/talent/search/search-input.ts'
import { allPlaces } from '../../lib/format/place-code.ts'
import { regionName } from '../../lib/format/regions.ts'
import { skillIds, skillName } from '../../lib/format/skills.ts'
import { m } from '../../paraglide/messages.js'
import { regionCode } from '../opening/region-code.ts'

/** The criteria a recruiter can set. All others come from the opening. */
export interface Criteria {
  skills: string[]
  match: 'any' | 'all'
  level: 3 | 4
  mentorReviewed: boolean
  regions: string[]
  remote: boolean
}

export const regionsAtMost = 10

/** Reads the criteria from the URL; invalid ones are left out. */
export function readCriteria(query: URLSearchParams): Criteria {
  const typed = query.getAll('region')
  const places = typed.length > 0 ? allPlaces() : []
  const regions = typed.flatMap((one) => regionCode(one, places) ?? [])
  return {
    skills: skillIds.filter((skill) => query.getAll('skill').includes(skill)),
    match: query.get('match') === 'all' ? 'all' : 'any',
    level: query.get('level') === '4' ? 4 : 3,
    mentorReviewed: query.has('mentor'),
    regions: [...new Set(regions)].toSorted().slice(0, regionsAtMost),
    remote: query.has('remote'),
  }
}

/** `?skill=empathy&level=4`: the same for equal criteria, and without those that are not set. */
export function queryOf(criteria: Criteria): string {
  const { skills, match, level, mentorReviewed, regions, remote } = criteria
  const query = new URLSearchParams([
    ...skills.map((skill) => ['skill', skill]),
    ...(match === 'all' && skills.length > 1 ? [['match', match]] : []),
    ...(level === 4 ? [['level', '4']] : []),
    ...(mentorReviewed ? [['mentor', '1']] : []),
    ...regions.map((region) => ['region', region]),
    ...(remote ? [['remote', '1']] : []),
  ])
  return query.size === 0 ? '' : `?${query.toString()}`
}

/** The criteria for the API. A level without a skill means any of the eight at that level. */
export function askedOf(criteria: Criteria): InferInput<typeof CriteriaInput> {
  const { skills, match, level, mentorReviewed, regions, remote } = criteria
  const named = skills.length > 0 ? skills : level === 4 ? skillIds : []
  const of = named.map((skill) => ({ skill, minimumLevel: level }))
  return {
    ...(of.length > 0 && { skills: { match: skills.length > 1 ? match : 'any', of } }),
    ...(mentorReviewed && { mentorReviewed }),
    ...(regions.length > 0 && { regions }),
    ...(remote && { remote }),
  }
}

export interface SetCriterion {
  words: string
  /** The criteria without this one. */
  without: Criteria
}

/** Every active criterion, with the criteria that remain without it. */
export function setIn(criteria: Criteria): SetCriterion[] {
  const { skills, match, level, mentorReviewed, regions, remote } = criteria
  const set = (words: string, change: Partial<Criteria>) => ({
    words,
    without: { ...criteria, ...change },
  })
  const all = match === 'all' && skills.length > 1
  return [
    ...skills.map((skill) =>
      set(skillName(skill), { skills: skills.filter((one) => one !== skill) }),
    ),
    ...(all ? [set(m.recruiter_chip_all(), { match: 'any' })] : []),
    ...(level === 4 ? [set(m.recruiter_chip_level(), { level: 3 })] : []),
    ...(mentorReviewed ? [set(m.recruiter_chip_mentor(), { mentorReviewed: false })] : []),
    ...regions.map((region) =>
      set(regionName(region), { regions: regions.filter((one) => one !== region) }),
    ),
    ...(remote ? [set(m.recruiter_remote(), { remote: false })] : []),
  ]
}

/**
 * The criterion to drop first if nobody meets all: the one that narrows most. Regions and remote
 * are alternatives to each other, so they are dropped together.
 */
export function firstToDrop(criteria: Criteria): SetCriterion | undefined {
  const { skills, match, level, mentorReviewed, regions, remote } = criteria
  const [skill] = skills
  if (match === 'all' && skills.length > 1) {
    return { words: m.recruiter_drop_all(), without: { ...criteria, match: 'any' } }
  }
  if (level === 4) return { words: m.recruiter_drop_level(), without: { ...criteria, level: 3 } }
  if (mentorReviewed) {
    return { words: m.recruiter_drop_mentor(), without: { ...criteria, mentorReviewed: false } }
  }
  if (regions.length > 0 || remote) {
    return { words: m.recruiter_drop_place(), without: { ...criteria, regions: [], remote: false } }
  }
  if (!skill) return undefined
  const words =
    skills.length > 1
      ? m.recruiter_drop_skills()
      : m.recruiter_drop_skill({ skill: skillName(skill) })
  return { words, without: { ...criteria, skills: [] } }
}
