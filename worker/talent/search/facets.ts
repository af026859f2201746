import * as v from 'valibot'

import { skillIds } from '../../skills/skill.ts'
import { blurredCount } from './blurred-count.ts'
import type { Criteria } from './criteria.ts'
import type { MatchRow } from './find-matches.ts'

export interface FacetRow {
  facet: 'skill' | 'level' | 'region' | 'flag'
  value: string
  n: number
}

const Theirs = v.array(v.strictTuple([v.string(), v.number(), v.number()]))
const Regions = v.array(v.string())

interface Match {
  badges: v.InferOutput<typeof Theirs>
  regions: string[]
  remote: boolean
}

/**
 * The people in `rows` who also have the badges asked for; all rows meet the other criteria. The
 * row without an id is no person: see `MatchRow`.
 */
export function matchesOf(rows: readonly MatchRow[], criteria: Criteria): Match[] {
  return rows
    .filter(({ student_id: id }) => id !== null)
    .map(({ theirs, regions, remote }) => ({
      badges: v.parse(Theirs, JSON.parse(theirs)),
      regions: v.parse(Regions, JSON.parse(regions)),
      remote: remote === 1,
    }))
    .filter(({ badges }) => meetsSkills(badges, criteria))
}

function meetsSkills(badges: Match['badges'], { skills, mentorReviewed }: Criteria): boolean {
  const counting = badges.filter(([, , reviewed]) => !mentorReviewed || reviewed === 1)
  if (!skills) return counting.length > 0
  const has = ({ skill, minimumLevel }: (typeof skills.of)[number]) =>
    counting.some(([name, level]) => name === skill && level >= minimumLevel)
  return skills.match === 'all' ? skills.of.every(has) : skills.of.some(has)
}

/** Counts matches by what they have in common. Two badges of one skill count once. */
export function countFacets(matches: readonly Match[]): FacetRow[] {
  const counts = new Map<string, FacetRow>()
  const add = (facet: FacetRow['facet'], value: string) => {
    const row = counts.get(`${facet} ${value}`) ?? { facet, value, n: 0 }
    counts.set(`${facet} ${value}`, { ...row, n: row.n + 1 })
  }
  for (const { badges, regions, remote } of matches) {
    for (const skill of new Set(badges.map(([name]) => name))) add('skill', skill)
    for (const step of [3, 4])
      if (badges.some(([, level]) => level >= step)) add('level', `${step}`)
    for (const region of regions) add('region', region)
    if (remote) add('flag', 'remote')
    if (badges.some(([, , reviewed]) => reviewed === 1)) add('flag', 'mentorReviewed')
  }
  return [...counts.values()]
}

/**
 * What the matches have in common, in blurred numbers. A skill is listed if it has a challenge
 * (`offered`), was asked for, or five people have it; a region if it was asked for or five have it.
 * A rarer entry would point to one person.
 */
export function facetsOf(
  rows: readonly FacetRow[],
  { regions: asked = [], skills }: Criteria,
  offered: readonly string[],
) {
  const count = (facet: FacetRow['facet'], value: string) =>
    rows.find((row) => row.facet === facet && row.value === value)?.n ?? 0
  const shown = (facet: FacetRow['facet'], values: readonly string[]) =>
    Object.fromEntries(values.map((value) => [value, blurredCount(count(facet, value))]))
  const common = (facet: FacetRow['facet']) =>
    rows.filter((row) => row.facet === facet && row.n >= 5).map(({ value }) => value)
  const askedSkills = skills?.of.map(({ skill }) => skill) ?? []
  const known = new Set([...offered, ...askedSkills, ...common('skill')])
  return {
    skills: shown(
      'skill',
      skillIds.filter((skill) => known.has(skill)),
    ),
    levels: shown('level', ['3', '4']),
    regions: shown('region', [...new Set([...asked, ...common('region')])].toSorted()),
    remote: blurredCount(count('flag', 'remote')),
    mentorReviewed: blurredCount(count('flag', 'mentorReviewed')),
  }
}
