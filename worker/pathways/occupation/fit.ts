import { type Skill, skillIds } from '../../skills/skill.ts'
import { type BySkill, sumOf, totalNeed } from './need.ts'

/** The level of the best live credential, 1 to 4, of each skill that has one. */
export type Levels = Readonly<Partial<Record<Skill, number>>>

/**
 * Added to Σ need when occupations are put in order. Without it, one badge would match an occupation
 * completely that hardly asks for anything.
 */
export const rankingLambda = 2

/**
 * How much of what sets an occupation apart somebody has shown, 0 to 1: Σ need·l / (Σ need + λ) with
 * l = (level - 1) / 3. λ is `rankingLambda` to put occupations in order, and 0 to tell a person
 * their share. 0 if nothing sets the occupation apart. Source: the project's rules for the advisor.
 */
export function fitOf(need: BySkill, levels: Levels, lambda: number): number {
  const total = totalNeed(need)
  if (total === 0) return 0
  return sumOf(skillIds.map((skill) => need[skill] * shown(levels, skill))) / (total + lambda)
}

/** For each skill, the part of Σ need that is still missing: need·(1 - l) / Σ need. */
export function gapShares(need: BySkill, levels: Levels): BySkill {
  const total = totalNeed(need)
  const shareOf = (skill: Skill) =>
    total === 0 ? 0 : (need[skill] * (1 - shown(levels, skill))) / total
  return Object.fromEntries(skillIds.map((skill) => [skill, shareOf(skill)])) as Record<
    Skill,
    number
  >
}

export interface NextSkill {
  skill: Skill
  /** Gap share for each unit of effort. */
  value: number
}

/**
 * Which skill to show next, the best first: gap share / effort, then by id. `effort` is in hours and
 * at least 0.5; a skill that it leaves out has no challenge and is left out here too.
 */
export function nextSkills(
  need: BySkill,
  levels: Levels,
  effort: Readonly<Partial<Record<Skill, number>>>,
): NextSkill[] {
  const gaps = gapShares(need, levels)
  return skillIds
    .flatMap((skill) => {
      const hours = effort[skill]
      const gap = gaps[skill]
      return hours === undefined || gap <= 0 ? [] : [{ skill, value: gap / Math.max(0.5, hours) }]
    })
    .toSorted((one, other) => other.value - one.value || (one.skill < other.skill ? -1 : 1))
}

const shown = (levels: Levels, skill: Skill) => ((levels[skill] ?? 1) - 1) / 3
