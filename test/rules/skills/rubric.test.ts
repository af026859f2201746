import { readdirSync, readFileSync } from 'node:fs'

import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { proposedLevel as proposedOnPage } from '../../../web/lib/review/proposed-level.ts'
import { criterionOnDesk } from '../../../worker/reviews/desk/desk.ts'
import { proposedLevel, Rubric, signsAt } from '../../../worker/skills/rubric.ts'
import { competenciesOf, isShared, skillIds, skills } from '../../../worker/skills/skill.ts'
import { agreesWithCases } from '../../support/cases.ts'

const words = 'Words.'
const signs = (level: number, count: number) =>
  Object.fromEntries(['a', 'b', 'c', 'd'].slice(0, count).map((id) => [`${level}${id}`, id]))
const about = { competency: 'agree-the-work', name: 'Agree the work', description: words }
const criterion = {
  ...about,
  levels: {
    1: { words, limits: ['Nobody has a task'] },
    2: { words, indicators: signs(2, 3), limits: ['One has none'] },
    3: { words, indicators: signs(3, 4) },
    4: { words, indicators: signs(4, 3) },
  },
}
const firstForm = {
  ...about,
  levels: {
    1: { words, indicators: signs(1, 3) },
    2: { words, indicators: signs(2, 3) },
    3: { words, indicators: signs(3, 4) },
    4: { words, indicators: signs(4, 3) },
  },
}

/** The Worker's rule and the page's copy of it must give the same level. */
function proposed(each: typeof criterion | typeof firstForm, ticked: readonly string[]) {
  const level = proposedLevel(each, ticked)
  expect(proposedOnPage(criterionOnDesk(each).levels, ticked)).toBe(level)
  return level
}

describe('the level that ticks propose', () => {
  it.each([
    ['nothing ticked is 1', [], 1],
    ['one sign that is not a first one is 1', ['2b'], 1],
    ['the first of level 2 is 2', ['2a'], 2],
    ['the first of level 3 is 2', ['3a'], 2],
    ['any two signs are 2', ['2c', '4b'], 2],
    ['3 needs no sign of 2', ['3a', '3b', '3c'], 3],
    ['3 with two of four missing is 2', ['3a', '3b'], 2],
    ['3 without its first sign is 2', ['3b', '3c', '3d'], 2],
    ['4 with 3', ['3a', '3b', '3c', '4a', '4b'], 4],
    ['4 without 3 is 2', ['2a', '2b', '4a', '4b', '4c'], 2],
    ['ticks of another criterion count for nothing', ['9a', 'zz'], 1],
  ])('%s', (_, ticked, expected) => {
    expect(proposed(criterion, ticked)).toBe(expected)
  })

  it.each([
    ['level 1 alone is 1', ['1a', '1b', '1c'], 1],
    ['the first of a level and all but one of the others reach it', ['2a', '2b'], 2],
    ['two missing do not', ['2a'], 1],
    ['nor do all but the first', ['2b', '2c'], 1],
    ['3 with two of four missing is the level reached below', ['2a', '2c', '3a', '3b'], 2],
    ['4 with 3', ['3a', '3b', '3c', '4a', '4b'], 4],
  ])('in a rubric of the first form: %s', (_, ticked, expected) => {
    expect(proposed(firstForm, ticked)).toBe(expected)
  })

  interface Input {
    indicators: Record<string, string[]>
    ticks: string[]
  }
  agreesWithCases<Input, number>('proposed_level', ({ indicators, ticks }, expected) => {
    const at = (level: number) => ({
      words,
      indicators: Object.fromEntries((indicators[level] ?? []).map((id) => [id, id])),
    })
    const levels = { 1: { words, limits: [words] }, 2: at(2), 3: at(3), 4: at(4) }
    expect(proposed({ ...about, levels } as typeof criterion, ticks)).toBe(expected)
  })
})

describe('over every criterion of every rubric', () => {
  const criteria = readdirSync('scenarios/rubrics').flatMap(
    (file) => v.parse(Rubric, parse(readFileSync(`scenarios/rubrics/${file}`, 'utf8'))).criteria,
  )
  const ids = (each: (typeof criteria)[number]) =>
    ([2, 3, 4] as const).flatMap((level) => signsAt(each, level).map(({ id }) => id))

  it.each(criteria)('one more tick never lowers the level of $competency', (each) => {
    const all = ids(each)
    fc.assert(
      fc.property(fc.subarray(all), fc.constantFrom(...all), (ticked, more) => {
        expect(proposedLevel(each, [...ticked, more])).toBeGreaterThanOrEqual(
          proposedLevel(each, ticked),
        )
      }),
    )
  })

  it.each(criteria)('any two ticks give more than 1 for $competency', (each) => {
    const all = ids(each)
    const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other]))
    expect(pairs.filter((pair) => proposedLevel(each, pair) === 1)).toEqual([])
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

it('the words of level 2 offer no second way when its first sign is one thing', () => {
  // One other sign alone is level 1, so "asks, or takes up a word" would promise too much.
  const rubrics = readdirSync('scenarios/rubrics').map((file) =>
    v.parse(Rubric, parse(readFileSync(`scenarios/rubrics/${file}`, 'utf8'))),
  )
  const ways = rubrics.flatMap(({ criteria }) =>
    criteria.filter(({ levels }) =>
      / or (?:takes|a guess|the moment|a habit)\b/.test(levels[2].words),
    ),
  )
  expect(ways.map(({ competency }) => competency)).toEqual([])
  const listening = rubrics.flatMap(({ criteria }) =>
    criteria.filter(({ competency }) => competency === 'listen-to-understand'),
  )
  expect(listening.map(({ levels }) => [levels[1].words, levels[2].words])).toEqual(
    listening.map(() => [
      'Talks, and does not ask.',
      'Asks what the person wants, thinks or feels.',
    ]),
  )
})
