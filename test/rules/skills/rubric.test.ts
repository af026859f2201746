import { describe, expect, it } from 'vitest'

import { proposedLevel } from '../../../worker/skills/rubric.ts'
import { competenciesOf, isShared, skillIds, skills } from '../../../worker/skills/skill.ts'

const level = (n: number, count: number) => ({
  words: `Level ${n}.`,
  indicators: Object.fromEntries(
    ['a', 'b', 'c', 'd'].slice(0, count).map((id) => [`${n}${id}`, id]),
  ),
})
const criterion = { levels: { 1: level(1, 3), 2: level(2, 3), 3: level(3, 4), 4: level(4, 3) } }

describe('the level that ticks propose', () => {
  it.each([
    ['nothing ticked is 1', [], 1],
    ['level 1 alone is 1', ['1a', '1b', '1c'], 1],
    ['the first of a level and all but one of the others reach it', ['2a', '2b'], 2],
    ['two missing do not', ['2a'], 1],
    ['nor do all but the first', ['2b', '2c'], 1],
    ['3 needs no 2 below it', ['3a', '3b', '3c'], 3],
    ['3 with two of four missing is what is reached below', ['2a', '2c', '3a', '3b'], 2],
    ['4 with 3', ['3a', '3b', '3c', '4a', '4b'], 4],
    ['4 without 3 is not 4', ['2a', '2b', '4a', '4b', '4c'], 2],
    ['ticks of another criterion count for nothing', ['9a', 'zz'], 1],
  ])('%s', (_, ticked, expected) => {
    expect(proposedLevel(criterion, ticked)).toBe(expected)
  })
})

describe('the skills', () => {
  it('are eight, with four competencies each, 29 in all', () => {
    expect(Object.keys(skills)).toEqual([...skillIds])
    expect(skillIds).toHaveLength(8)
    for (const skill of skillIds) expect(competenciesOf(skill)).toHaveLength(4)
    expect(new Set(skillIds.flatMap(competenciesOf)).size).toBe(29)
  })

  it('share three competencies', () => {
    const shared = new Set(skillIds.flatMap(competenciesOf).filter(isShared))
    expect([...shared].toSorted()).toEqual([
      'learn-from-what-happened',
      'listen-to-understand',
      'weigh-other-views',
    ])
  })
})
