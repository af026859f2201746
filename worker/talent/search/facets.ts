import { skillIds } from '../../skills/skill.ts'
import { blurredCount } from './blurred-count.ts'
import type { Criteria } from './criteria.ts'
import type { FacetRow } from './find-matches.ts'

/** Of a facet that has one value only. */
export function numberOf(rows: readonly FacetRow[], of: 'total' | 'badges' | 'end'): number {
  return rows.find(({ facet }) => facet === of)?.n ?? 0
}

/**
 * What the matches have in common, in blurred numbers. Every skill and level stands here whether
 * anybody has it or not; a region stands here when it was asked for or five have it, because its
 * mere presence would tell of one person.
 */
export function facetsOf(rows: readonly FacetRow[], { regions: asked = [] }: Criteria) {
  const count = (facet: FacetRow['facet'], value: string) =>
    rows.find((row) => row.facet === facet && row.value === value)?.n ?? 0
  const shown = (facet: FacetRow['facet'], values: readonly string[]) =>
    Object.fromEntries(values.map((value) => [value, blurredCount(count(facet, value))]))
  const common = rows
    .filter(({ facet, n }) => facet === 'region' && n >= 5)
    .map(({ value }) => value)
  return {
    skills: shown('skill', skillIds),
    levels: shown('level', ['3', '4']),
    regions: shown('region', [...new Set([...asked, ...common])].toSorted()),
    remote: blurredCount(count('flag', 'remote')),
    mentorReviewed: blurredCount(count('flag', 'mentorReviewed')),
  }
}
