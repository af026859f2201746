import { type Skill, skillIds } from '../../skills/skill.ts'

/** A number for each of the eight skills. */
export type BySkill = Readonly<Record<Skill, number>>

/** Mean and population standard deviation of an element, over the occupations of a set. */
export interface Standard {
  mean: number
  populationSd: number
}

/**
 * The element of O*NET that stands for each skill: its group and its name. Social Perceptiveness is
 * a weak stand-in for intercultural fluency, and a page that shows it must say so.
 */
export const elementOf = {
  initiative: ['Work Styles', 'Initiative'],
  collaboration: ['Work Styles', 'Cooperation'],
  'creative-problem-solving': ['Work Styles', 'Innovation'],
  'critical-thinking': ['Skills', 'Critical Thinking'],
  'intercultural-fluency': ['Skills', 'Social Perceptiveness'],
  empathy: ['Work Styles', 'Concern for Others'],
  'oral-communication': ['Skills', 'Speaking'],
  resilience: ['Work Styles', 'Stress Tolerance'],
} as const satisfies Record<Skill, readonly ['Work Styles' | 'Skills', string]>

export function standardOf(importances: readonly number[]): Standard {
  const mean = sumOf(importances) / importances.length
  const squares = importances.map((importance) => (importance - mean) ** 2)
  return { mean, populationSd: Math.sqrt(sumOf(squares) / importances.length) }
}

/**
 * How much more an occupation asks of a skill than the mean occupation, in standard deviations; 0
 * if it asks no more. `importance` is on O*NET's scale, 1 to 5.
 */
export function needOf(importance: number, { mean, populationSd }: Standard): number {
  return Math.max(0, (importance - mean) / populationSd)
}

/** Σ need. At 0 no skill sets the occupation apart, and no share of it means anything. */
export const totalNeed = (need: BySkill) => sumOf(Object.values(need))

export const isSetApart = (need: BySkill) => totalNeed(need) > 0

/** The skills of positive need, the largest first, then by id: at most `most`. */
export function skillsNeeded(need: BySkill, most = 3): Skill[] {
  return skillIds
    .filter((skill) => need[skill] > 0)
    .toSorted((one, other) => need[other] - need[one] || (one < other ? -1 : 1))
    .slice(0, most)
}

export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
