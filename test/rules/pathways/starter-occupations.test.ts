import { describe, expect, it } from 'vitest'

import { isSetApart, skillsNeeded } from '../../../worker/pathways/occupation/need.ts'
import { interests } from '../../../worker/pathways/occupation/occupation.ts'
import { starterSet } from '../../../worker/pathways/occupation/starter-occupations.ts'
import { skillIds } from '../../../worker/skills/skill.ts'
import { hasOpenData, rowsOf, withOpenData } from '../../support/open-data.ts'

const occupations = [...starterSet.occupations.values()]

describe('the starter set', () => {
  it('has 36 occupations, each once, and says that it was not measured', () => {
    expect(occupations).toHaveLength(36)
    expect(starterSet.kind).toBe('starter')
    expect(new Set(occupations.map(({ title }) => title)).size).toBe(36)
  })

  it.each(occupations)('$code $title: skills, interests, zone and words', (occupation) => {
    const { code, jobZone, need, interests: liked, title, description } = occupation
    expect(code).toMatch(/^\d\d-\d{4}\.\d\d$/)
    expect([1, 2, 3, 4, 5]).toContain(jobZone)
    expect(Object.keys(need)).toEqual([...skillIds])
    expect(Object.keys(liked)).toEqual([...interests])
    for (const value of [...Object.values(need), ...Object.values(liked)])
      expect([0, 1, 2]).toContain(value)
    expect(isSetApart(need)).toBe(true)
    expect(skillsNeeded(need).length).toBeGreaterThan(0)
    // Interests without a difference could not be compared with anybody's.
    expect(new Set(Object.values(liked)).size).toBeGreaterThan(1)
    expect(title.length).toBeLessThanOrEqual(40)
    expect(description).toMatch(/^[A-Z].{20,98}\.$/)
  })

  it('asks for every skill somewhere', () => {
    for (const skill of skillIds)
      expect([skill, occupations.some(({ need }) => need[skill] === 2)]).toEqual([skill, true])
  })

  it.skipIf(!hasOpenData)(`has codes of O*NET, and none of its titles${withOpenData}`, () => {
    const titles = new Map(
      rowsOf('onet-29.3-workstyles-riasec.csv').map(({ soc = '', title = '' }) => [soc, title]),
    )
    const theirs = new Set([...titles.values()].map((title) => title.toLowerCase()))
    for (const { code, title } of occupations)
      expect([title, titles.has(code), theirs.has(title.toLowerCase())]).toEqual([
        title,
        true,
        false,
      ])
  })
})
