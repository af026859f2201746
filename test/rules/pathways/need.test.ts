import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import {
  type Levels,
  fitOf,
  gapShares,
  nextSkills,
  rankingLambda,
} from '../../../worker/pathways/occupation/fit.ts'
import {
  type BySkill,
  elementOf,
  isSetApart,
  needOf,
  skillsNeeded,
  standardOf,
  totalNeed,
} from '../../../worker/pathways/occupation/need.ts'
import { type Skill, skillIds } from '../../../worker/skills/skill.ts'
import { hasOpenData, rowsOf, withOpenData } from '../../support/open-data.ts'

const none = Object.fromEntries(skillIds.map((skill) => [skill, 0])) as BySkill
const needs = (some: Partial<BySkill>): BySkill => ({ ...none, ...some })

describe('need and fit', () => {
  it('are measured from the mean, in population standard deviations', () => {
    const standard = standardOf([2, 4, 4, 4, 5, 5, 7, 9])
    expect(standard).toEqual({ mean: 5, populationSd: 2 })
    expect([needOf(8, standard), needOf(5, standard), needOf(1, standard)]).toEqual([1.5, 0, 0])
  })

  it('name the largest needs first, and of equal ones the first by id', () => {
    const need = needs({ resilience: 1, empathy: 1, collaboration: 2, initiative: 0.5 })
    expect(skillsNeeded(need)).toEqual(['collaboration', 'empathy', 'resilience'])
    expect(skillsNeeded(none)).toEqual([])
    expect([isSetApart(need), isSetApart(none)]).toEqual([true, false])
  })

  it('are all of what an occupation asks with every badge at level 4, and none without', () => {
    const need = needs({ empathy: 1, resilience: 3 })
    expect(fitOf(need, { empathy: 4, resilience: 4 }, 0)).toBe(1)
    expect(fitOf(need, { empathy: 4, resilience: 4 }, rankingLambda)).toBe(4 / 6)
    expect(fitOf(need, {}, 0)).toBe(0)
    expect(fitOf(none, { empathy: 4 }, 0)).toBe(0)
    expect(gapShares(none, {})).toEqual(none)
  })

  it('leave out a skill without a challenge, and count half an hour at least', () => {
    const need = needs({ empathy: 1, resilience: 3 })
    expect(nextSkills(need, {}, { empathy: 0.1 })).toEqual([{ skill: 'empathy', value: 0.5 }])
  })
})

const file = '../shared/checks/recommender.json'

interface Case {
  measure: string
  name: string
  input: {
    soc: string
    skill: Skill
    levels: Levels
    lambda: number
    effort: Partial<BySkill>
    jobZone: number | null
  }
  expected: Record<string, unknown> & Record<'need' | 'gapShare' | 'value', Partial<BySkill>>
  tolerance: number
}

const cases: Case[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).cases : []
const casesOf = (measure: string) => cases.filter((each) => each.measure === measure)

describe.skipIf(!hasOpenData)(`of 879 occupations of O*NET 29.3${withOpenData}`, () => {
  const set = hasOpenData ? readSet() : { standards: new Map(), occupations: new Map() }
  const needOfCode = (soc: string) => {
    const found = set.occupations.get(soc)
    if (!found) throw new Error(`No occupation ${soc}.`)
    return found.need
  }

  it.each(casesOf('skill_standard'))('skill_standard: $name', ({ input, expected, tolerance }) => {
    const standard = set.standards.get(input.skill)
    expect(set.occupations.size).toBe(expected.occupations)
    expect(Math.abs((standard?.mean ?? 0) - Number(expected.mean))).toBeLessThan(tolerance)
    expect(Math.abs((standard?.populationSd ?? 0) - Number(expected.populationSd))).toBeLessThan(
      tolerance,
    )
  })

  it.each(casesOf('skill_need'))('skill_need: $name', ({ input, expected, tolerance }) => {
    const need = needOfCode(input.soc)
    near(need, expected.need, tolerance)
    expect(Math.abs(totalNeed(need) - Number(expected.sum))).toBeLessThanOrEqual(tolerance)
  })

  it.each(casesOf('skill_fit'))('skill_fit: $name', ({ input, expected, tolerance }) => {
    const need = needOfCode(input.soc)
    const fit = fitOf(need, input.levels, input.lambda)
    expect(Math.abs(fit - Number(expected.fit))).toBeLessThanOrEqual(tolerance)
    near(gapShares(need, input.levels), expected.gapShare, tolerance)
    const anHour = Object.fromEntries(skillIds.map((skill) => [skill, 1]))
    expect(nextSkills(need, input.levels, anHour)[0]?.skill).toBe(expected.next)
  })

  it.each(casesOf('next_skill'))('next_skill: $name', ({ input, expected, tolerance }) => {
    const next = nextSkills(needOfCode(input.soc), input.levels, input.effort)
    expect(next.map(({ skill }) => skill)).toEqual(expected.order)
    near(
      Object.fromEntries(next.map(({ skill, value }) => [skill, value])),
      expected.value,
      tolerance,
    )
  })

  it.each(casesOf('not_set_apart'))('not_set_apart: $name', ({ input, expected }) => {
    const found = [...set.occupations.values()].filter(
      ({ need, jobZone }) =>
        !isSetApart(need) && (input.jobZone === null || jobZone === input.jobZone),
    )
    expect(found).toHaveLength(Number(expected.count))
  })

  it('has cases of each measure', () => {
    for (const measure of ['skill_standard', 'skill_need', 'skill_fit', 'not_set_apart'])
      expect([measure, casesOf(measure).length > 0]).toEqual([measure, true])
  })
})

function near(found: Partial<BySkill>, expected: Partial<BySkill>, tolerance: number): void {
  expect(Object.keys(found).toSorted()).toEqual(Object.keys(expected).toSorted())
  for (const skill of skillIds)
    expect(Math.abs((found[skill] ?? 0) - (expected[skill] ?? 0))).toBeLessThanOrEqual(tolerance)
}

/** The occupations that both extracts have, with the standard of each skill over them. */
function readSet() {
  const skills = new Map(rowsOf('onet-29.3-softskills.csv').map((row) => [row.soc, row]))
  const both = rowsOf('onet-29.3-workstyles-riasec.csv')
    .filter((row) => row.Initiative !== '' && skills.has(row.soc))
    .map((row) => ({ ...skills.get(row.soc), ...row }))
  const importance = (row: Record<string, string>, skill: Skill) => Number(row[elementOf[skill][1]])
  const standards = new Map(
    skillIds.map((skill) => [skill, standardOf(both.map((row) => importance(row, skill)))]),
  )
  const needIn = (row: Record<string, string>) =>
    Object.fromEntries(
      skillIds.map((skill) => [
        skill,
        needOf(importance(row, skill), standards.get(skill) ?? { mean: 0, populationSd: 1 }),
      ]),
    ) as BySkill
  const occupations = new Map(
    both.map((row) => [row.soc ?? '', { need: needIn(row), jobZone: Number(row.job_zone) }]),
  )
  return { standards, occupations }
}
