import type { BySkill } from './need.ts'

/** Six kinds of interest, in Holland's order. */
export const interests = [
  'realistic',
  'investigative',
  'artistic',
  'social',
  'enterprising',
  'conventional',
] as const

export type Interest = (typeof interests)[number]

export interface Occupation {
  /** O*NET-SOC: `47-2061.00`. */
  code: string
  title: string
  description: string
  /** How much preparation it takes, 1 (little) to 5. */
  jobZone: number
  /** How far each skill sets it apart. */
  need: BySkill
  interests: Readonly<Record<Interest, number>>
}

/** Occupations by code. Only an imported set was measured. */
export interface OccupationSet {
  kind: 'starter' | 'imported'
  occupations: ReadonlyMap<string, Occupation>
}

/** O*NET-SOC codes of the armed forces begin with this: they are no civilian work. */
export const isMilitary = (code: string) => code.startsWith('55-')

/** The page about an occupation for veterans, by the United States Department of Labor. */
export const myNextMoveOf = (code: string) =>
  `https://www.mynextmove.org/vets/profile/summary/${code}`

export const myNextMoveForVeterans = 'https://www.mynextmove.org/vets/'
