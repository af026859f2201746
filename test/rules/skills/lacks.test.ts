import { expect, it } from 'vitest'

import { isLack } from '../../../worker/skills/lacks.ts'
import type { RubricCriterion } from '../../../worker/skills/rubric.ts'

type Criterion = Pick<RubricCriterion, 'competency' | 'levels'>

/** A criterion of the first form: level 1 has indicators, and some of level 2 say what is missing. */
const first: Criterion = {
  competency: 'agree-the-work',
  levels: {
    1: { words: 'Nobody knows what to do.', indicators: { '1a': 'Names no task', '1b': 'Hopes' } },
    2: {
      words: 'Half of it is clear.',
      indicators: { '2a': 'One person has one task', '2b': 'A time', '2c': 'Someone has no task' },
    },
    3: { words: 'All is clear.', indicators: { '3a': 'Everybody has a task' } },
    4: { words: 'Others could take over.', indicators: { '4a': 'Says what happens if not' } },
  },
}

/** The same in today's form, where every indicator is an act. */
const today: Criterion = {
  ...first,
  levels: {
    ...first.levels,
    1: { words: 'Nobody knows what to do.', limits: ['Names no task'] },
    2: { words: 'Half of it is clear.', indicators: { '2a': 'A task', '2c': 'A time' } },
  },
}

it.each([
  ['1a', true],
  ['1b', true],
  ['2a', false],
  ['2b', false],
  ['2c', true],
  ['3a', false],
  ['4a', false],
])('in a rubric of the first form, %s is a lack: %s', (id, expected) => {
  expect(isLack(first, id)).toBe(expected)
})

it("in a rubric of today's form nothing that is ticked is a lack", () => {
  const ids = ['1a', '2a', '2c', '3a', '4a']
  expect(ids.filter((id) => isLack(today, id))).toEqual([])
})
