import { describe, expect, it } from 'vitest'

import {
  type BlindRule,
  offeredChoices,
  pickOf,
} from '../../../tools/scenarios/measure/blind-rules.ts'
import { measureBlindRules } from '../../../tools/scenarios/measure/measure-blind-rules.ts'
import { middleOfRandomPickers } from '../../../tools/scenarios/measure/random-pickers.ts'
import { aGuessable, aMeasured } from '../../support/measured.ts'

describe('a blind rule', () => {
  const choices = (...texts: string[]) => texts.map((text) => ({ id: text, text }))

  it.each<[BlindRule, string[], string]>([
    ['longest', ['Wait.', 'Walk on.', 'Go.'], 'Walk on.'],
    ['shortest', ['Wait.', 'Walk on.', 'Go.'], 'Go.'],
    ['first', ['Wait.', 'Walk on.', 'Go.'], 'Wait.'],
    ['last', ['Wait.', 'Walk on.', 'Go.'], 'Go.'],
    ['most question marks', ['Why?', 'Who? Why?', 'Go.'], 'Who? Why?'],
    ['most of ask, listen, together, team', ['Go.', 'Ask her team.', 'Listen.'], 'Ask her team.'],
    // Neither "task" nor "basket" is "ask".
    ['most of ask, listen, together, team', ['Task by task.', 'Asked.', 'Basket.'], 'Asked.'],
  ])('%s picks from %j', (rule, texts, expected) => {
    expect(pickOf(rule, choices(...texts))?.id).toBe(expected)
  })

  it('takes the first of equal choices', () => {
    expect(pickOf('longest', choices('Go.', 'In.', 'Up.'))?.id).toBe('Go.')
    expect(pickOf('most question marks', choices('Go.', 'Wait.'))?.id).toBe('Go.')
  })
})

describe('random pickers', () => {
  it('keep to the middle 95 % of the binomial distribution', () => {
    // Of Binomial(10, 1/2), 1 or less has probability 0.011, and 2 or less 0.055.
    expect(middleOfRandomPickers(Array.from({ length: 10 }, () => [0, 1]))).toEqual([2, 8])
    // Of Binomial(6, 1/3), 0 has probability 0.088; 5 or more 0.018, 4 or more 0.100.
    expect(middleOfRandomPickers(Array.from({ length: 6 }, () => [0, 0, 1]))).toEqual([0, 4])
  })

  it('pick the same at each run, in less than two seconds for a hundred decisions', () => {
    const lists = Array.from({ length: 100 }, () => [-1, 0, 1])
    const started = performance.now()
    expect(middleOfRandomPickers(lists)).toEqual(middleOfRandomPickers(lists))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('the measure of blind rules', () => {
  it('is the share of picks for a competency, minus those against it', () => {
    const one = aMeasured()
    expect(offeredChoices(one.exploration).map((choices) => choices.map(({ id }) => id))).toEqual([
      ['ask-amara', 'carry-small'],
      ['call-lift', 'find-help'],
      ['write-note', 'tell-others'],
    ])
    const { columns, rows } = measureBlindRules([one])
    const first = columns.indexOf('first')
    // ask-amara, call-lift, write-note: share-what-you-know is shown twice, and the others once against.
    expect(Object.fromEntries(rows.map(({ cells }) => [cells[1], cells[first]]))).toEqual({
      'agree-the-work': '-0.33',
      'share-what-you-know': '+0.67',
      'work-through-disagreement': '-0.33',
      'weigh-other-views': '0',
    })
  })

  it('is past its bound if the place in the list tells which choice is meant', () => {
    const { rows } = measureBlindRules([aGuessable('weigh-other-views')])
    const past = rows.flatMap(({ past }) => past ?? []).map(({ name }) => name)
    expect(past).toContain('first: weigh-other-views')
    expect(past).toContain('last: weigh-other-views')
    expect(past.filter((name) => name.endsWith('share-what-you-know'))).toEqual([])
  })

  it('has a row for a competency of several challenges together', () => {
    const { rows } = measureBlindRules([aMeasured(), aMeasured()])
    expect(rows.filter(({ cells }) => cells[0] === 'together')).toHaveLength(4)
  })
})
