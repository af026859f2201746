import { describe, expect, it } from 'vitest'

import {
  alikeReasonIn,
  gapIn,
  type GivenReview,
  wordsIn,
} from '../../../worker/reviews/review/review.ts'
import type { RubricCriterion } from '../../../worker/skills/rubric.ts'

const level = (id: string) => ({
  words: `Level ${id}.`,
  indicators: { [`${id}a`]: 'Seen', [`${id}b`]: 'Seen too' },
})
const criteria: RubricCriterion[] = ['listen', 'help'].map((competency) => ({
  competency,
  name: competency,
  description: competency,
  levels: { 1: level('1'), 2: level('2'), 3: level('3'), 4: level('4') },
}))

const long = (of: string) => `${of} is shown where the answer names who does what, and by when.`
const whole: GivenReview = {
  ratings: criteria.map(({ competency }) => ({
    criterion: competency,
    level: 3,
    indicators: ['3a'],
    reason: long(competency),
  })),
  worked: long('The plan'),
  tryNext: long('The end'),
}

describe('a review can be handed in', () => {
  it('when every criterion has a level and a reason, and both comments are there', () => {
    expect(gapIn(whole, criteria)).toBeUndefined()
  })

  it('without a single indicator ticked at level 1: nothing seen is a finding', () => {
    const ratings = whole.ratings.map((rating) => ({ ...rating, level: 1, indicators: [] }))
    expect(gapIn({ ...whole, ratings }, criteria)).toBeUndefined()
  })

  it('with a level below its ticks: the reason says why', () => {
    const ratings = whole.ratings.map((rating) => ({ ...rating, level: 2 }))
    expect(gapIn({ ...whole, ratings }, criteria)).toBeUndefined()
  })

  it('with a level above its ticks only in words about the sign that is missing', () => {
    const above = { ...whole, ratings: whole.ratings.map((each) => ({ ...each, level: 4 })) }
    expect(gapIn(above, criteria)).toEqual({ field: 'aboveSigns', criterion: 'listen' })
    const said = (aboveSigns: string) => ({
      ...above,
      ratings: above.ratings.map((each) => ({ ...each, aboveSigns })),
    })
    expect(gapIn(said('It is there.'), criteria)?.field).toBe('aboveSigns')
    expect(gapIn(said(long('The note on the door')), criteria)).toBeUndefined()
  })
})

describe('the reason why a review is incomplete is named', () => {
  const [first, second] = whole.ratings
  const cases: [string, object, object][] = [
    ['a criterion not rated', { ratings: [first] }, { field: 'level', criterion: 'help' }],
    [
      'a level not given',
      { ratings: [{ ...first, level: null }, second] },
      { field: 'level', criterion: 'listen' },
    ],
    [
      'a criterion nobody asked for',
      { ratings: [first, second, { ...first, criterion: 'dance' }] },
      { field: 'criterion', criterion: 'dance' },
    ],
    [
      'a tick from nowhere',
      { ratings: [{ ...first, indicators: ['9z'] }, second] },
      { field: 'indicators', criterion: 'listen' },
    ],
    [
      'a reason of blanks',
      { ratings: [first, { ...second, reason: ' '.repeat(80) }] },
      { field: 'reason', criterion: 'help' },
    ],
    ['what worked', { worked: 'Good.' }, { field: 'worked' }],
    ['what to try next', { tryNext: '' }, { field: 'tryNext' }],
  ]
  it.each(cases)('%s', (_, change, gap) => {
    expect(gapIn({ ...whole, ...change }, criteria)).toEqual(gap)
  })
})

describe('one reason for two criteria', () => {
  const [first, second] = whole.ratings
  if (!first || !second) throw new Error('two criteria')

  it('is found regardless of case and punctuation', () => {
    const same = { ...second, reason: ` ${first.reason.toUpperCase()}!! ` }
    expect(alikeReasonIn([first, same])).toBe('help')
  })

  it('is not reported for two that differ', () => {
    expect(alikeReasonIn([first, second])).toBeUndefined()
  })
})

it('words are separated by white space', () => {
  expect(wordsIn(['One,  two\nthree.', '', ' four '])).toBe(4)
})
