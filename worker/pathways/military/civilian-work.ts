import { type Skill, skills } from '../../skills/skill.ts'
import { skillsNeeded } from '../occupation/need.ts'
import { type Occupation, type OccupationSet, isMilitary } from '../occupation/occupation.ts'
import { concerns } from './branch.ts'
import type { Branch } from './branch-input.ts'
import { type Reading, chooseReadings, readingsOf } from './military-code.ts'
import type { CivilianTitle, MilitaryRow } from './military-row.ts'
import { suggestions } from './suggested.ts'

/** The code in a list that led to something, and whose code it is. */
export interface Source {
  branch: Branch | 'unknown'
  code: string
}

export interface CivilianWork {
  code: string
  title: string
  description: string
  /** Mettle's own suggestion; otherwise the list of military codes names it. */
  suggested: boolean
  from: Source
  /** Up to three, the most needed first. None: no skill sets this work apart. */
  skills: readonly { skill: Skill; name: string }[]
}

export interface MilitaryAnswer {
  code: string
  branch: Branch | null
  /** The readings under which something was found, or all that were tried. */
  readings: readonly Reading[]
  /** What the branches call the codes that were found. */
  names: readonly (Source & { name: string })[]
  /** Suggested ones first, then those of the list. */
  occupations: readonly CivilianWork[]
  /** Civilian titles without an occupation here. */
  titles: readonly { title: string; from: Source }[]
  /** The branches that use the code. More than one: the answer is about different jobs. */
  branches: readonly Branch[]
  occupationSet: OccupationSet['kind']
}

interface Asked {
  code: string
  branch?: Branch | undefined
}

/**
 * The civilian work behind a military code. `code` is as `militaryCode` gives it, `rows` are the
 * stored rows of all its readings. Without a branch, the answer is about all branches. Pure.
 */
export function civilianWork(
  { code, branch }: Asked,
  rows: readonly MilitaryRow[],
  set: OccupationSet,
): MilitaryAnswer {
  const stored = rows.filter((row) => concerns(row.branch, branch))
  const suggested = suggestions.filter((each) => concerns(each.branch, branch))
  const isListed = (one: string) => [...stored, ...suggested].some((row) => row.code === one)
  const readings = chooseReadings(readingsOf(code), branch, isListed)
  const under = <Row extends Source>(all: readonly Row[]) =>
    readings.flatMap((reading) => all.filter((row) => isReadAs(row, reading)))

  const found = under(stored)
  const byMettle = under(suggested)
  const civilian = found.flatMap((row) => row.titles.map((title) => ({ ...title, row })))
  const matches = matcherOf(set)
  const works = [
    ...byMettle.flatMap((each) =>
      each.occupations.flatMap((one) => workOf(set.occupations.get(one), each, true)),
    ),
    ...civilian.flatMap((title) => workOf(matches(title), title.row, false)),
  ]
  const others = civilian
    .filter((title) => !matches(title))
    .map(({ title, row }) => ({ title, from: sourceOf(row) }))
  const sources = [...byMettle, ...found]
  const led = readings.filter((reading) => sources.some((row) => isReadAs(row, reading)))
  return {
    code,
    branch: branch ?? null,
    readings: led.length > 0 ? led : readings,
    names: found.flatMap(({ name, ...row }) => (name ? [{ ...sourceOf(row), name }] : [])),
    occupations: firstOf(works, (work) => work.code),
    titles: firstOf(others, ({ title }) => title),
    branches: [...new Set(sources.map((row) => row.branch))].filter((one) => one !== 'unknown'),
    occupationSet: set.kind,
  }
}

const isReadAs = (row: Source, { code, branches }: Reading) =>
  row.code === code && (row.branch === 'unknown' || (branches?.includes(row.branch) ?? true))

/** Finds the occupation of a civilian title: by its code, or by the same title in any case. */
function matcherOf({ occupations }: OccupationSet) {
  const byTitle = new Map([...occupations.values()].map((each) => [folded(each.title), each]))
  return ({ title, occupation }: CivilianTitle): Occupation | undefined =>
    (occupation === undefined ? undefined : occupations.get(occupation)) ??
    byTitle.get(folded(title))
}

const folded = (title: string) => title.toLowerCase()

function workOf(
  occupation: Occupation | undefined,
  row: Source,
  suggested: boolean,
): CivilianWork[] {
  if (!occupation || isMilitary(occupation.code)) return []
  const { code, title, description, need } = occupation
  const named = skillsNeeded(need).map((skill) => ({ skill, name: skills[skill].name }))
  return [{ code, title, description, suggested, from: sourceOf(row), skills: named }]
}

const sourceOf = ({ branch, code }: Source): Source => ({ branch, code })

/** Each thing once, where it comes first. */
function firstOf<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Thing[] {
  const byKey = new Map<string, Thing>()
  for (const thing of things) if (!byKey.has(keyOf(thing))) byKey.set(keyOf(thing), thing)
  return [...byKey.values()]
}
