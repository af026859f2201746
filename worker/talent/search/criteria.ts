import type { InferOutput } from 'valibot'

import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { isSkill } from '../../skills/skill.ts'
import type { CriteriaInput } from './search-input.ts'

export type Criteria = InferOutput<typeof CriteriaInput>

/**
 * Writes criteria in one form (sorted lists, canonical keys), so that the same search has one order
 * per day.
 */
export function inOneForm({ skills, regions, ...rest }: Criteria): Criteria {
  const bySkill = skills?.of.toSorted((one, other) => (one.skill < other.skill ? -1 : 1))
  return {
    ...rest,
    ...(skills && bySkill && { skills: { match: skills.match, of: bySkill } }),
    ...(regions && { regions: regions.toSorted() }),
  }
}

export function criteriaHash(openingId: string, criteria: Criteria): Promise<string> {
  return sha256Hex(canonicalJson({ ...criteria, openingId }))
}

export function asksUnknownSkill({ skills }: Criteria): boolean {
  return skills?.of.some(({ skill }) => !isSkill(skill)) ?? false
}
