import { describe, expect, it } from 'vitest'

import { pilotPrior } from '../../../worker/scoring/estimate/estimate.ts'
import { indicatorsMet } from '../../../worker/scoring/result/indicators-met.ts'
import { levelReached } from '../../../worker/scoring/result/level-reached.ts'
import type { GivenReview, StoredEstimate } from '../../../worker/scoring/result/given.ts'
import {
  commentsOf,
  hiding,
  criterionResult,
  nextStepOf,
} from '../../../worker/scoring/result/result.ts'
import type { RubricCriterion } from '../../../worker/skills/rubric.ts'

const hide = hiding(['Harbour Lane'], 'en')

const level = (n: number) => ({
  words: `Level ${n}.`,
  indicators: { [`${n}a`]: `Thing ${n}a`, [`${n}b`]: `Thing ${n}b` },
})
const listen: RubricCriterion = {
  competency: 'listen',
  name: 'Listening',
  description: 'Hears people out.',
  levels: { 1: level(1), 2: level(2), 3: level(3), 4: level(4) },
}

it('hides the reviewer’s and the author’s programme in comments and reasons', () => {
  const words = 'As we say at Quayside Trust and Harbour Lane: ask first.'
  const shown = 'As we say at [hidden] and [hidden]: ask first.'
  const reviews = [{ ...review('1', 'Bo Vale', words), tryNext: words }]
  expect(commentsOf(reviews, hide)[0]?.tryNext).toBe(shown)
  const { reasons } = criterionResult(listen, estimate('proficient', 3, 3, 3), reviews, hide)
  expect(reasons).toEqual([shown])
})

describe('an indicator is met', () => {
  it('when more than half of the reviewers saw it, by weight', () => {
    const peer = (...indicators: string[]) => ({ indicators, variance: 1 })
    const mentor = (...indicators: string[]) => ({ indicators, variance: 0.28 })
    expect([...indicatorsMet([peer('3a'), peer('3a'), peer('3b')])]).toEqual(['3a'])
    // The two peers have 2 of the total weight 5.57, the mentor the rest.
    expect([...indicatorsMet([peer('3a'), peer('3a'), mentor('3b')])]).toEqual(['3b'])
    // Exactly half is not more than half.
    expect([...indicatorsMet([peer('3a'), peer('3b')])]).toEqual([])
  })
})

it('the words of a result never claim more than was shown', () => {
  expect(levelReached('proficient', 3.6)).toBe(3)
  expect(levelReached('needs-more', 2.9)).toBe(2)
  expect(levelReached('not-yet', 1.6)).toBe(2)
  expect(levelReached('not-yet', 1.4)).toBe(1)
})

describe('the result of a criterion', () => {
  it('gives value and error to a tenth, and how many more threes it would take', () => {
    const open = criterionResult(listen, estimate('needs-more', 2, 3, 3), [], hide)
    expect(open).toMatchObject({ mean: 2.8, standardError: 0.4, threesNeeded: 2, level: 2 })
    expect(criterionResult(listen, estimate('proficient', 3, 3, 3), [], hide)).toMatchObject({
      mean: 2.9,
      threesNeeded: 0,
      words: 'Level 3.',
    })
  })

  it('includes explanations of a level above its ticks in the reasons, redacted too', () => {
    const above = review('1', 'Bo Vale', 'Asks first.', [], 'As Bo would: the note stands for it.')
    const { reasons } = criterionResult(listen, estimate('proficient', 3, 3, 3), [above], hide)
    expect(reasons).toEqual(['As [hidden] would: the note stands for it.', 'Asks first.'])
  })

  it('hides who wrote a reason, and sorts reasons so that they cannot be matched with comments', () => {
    const reviews = [
      review('1', 'Bo Vale', 'Then Bo says it back.'),
      review('2', 'Ann Lee', 'Asks first.'),
    ]
    const { reasons } = criterionResult(listen, estimate('proficient', 3, 3, 3), reviews, hide)
    expect(reasons).toEqual(['Asks first.', 'Then [hidden] says it back.'])
  })

  it('does not count the ticks of a review that the estimate did not use', () => {
    const late = review('late', 'Bo Vale', 'Asks first.', ['3b'])
    const used = review('0', 'Ann Lee', 'Asks first.', ['3a'])
    const one = { ...estimate('needs-more', 3), variance: 0.4 }
    const { seen } = criterionResult(listen, one, [late, used], hide)
    expect(seen.map(({ id }) => id)).toEqual(['3a'])
  })
})

it('comments have a stable order that does not show who wrote them', () => {
  const reviews = [review('b', 'Bo Vale', 'x'), review('a', 'Ann Lee', 'y')]
  expect(commentsOf(reviews, hide)).toEqual(commentsOf(reviews.toReversed(), hide))
  expect(commentsOf(reviews, hide)[0]?.worked).toBe('What [hidden] saw worked.')
})

it('the next step is the first thing not seen in the weakest criterion, and none once all is proved', () => {
  const seen = review('0', 'Ann Lee', 'Asks first.', ['3a'])
  const open = criterionResult(listen, estimate('needs-more', 2), [seen], hide)
  const proved = criterionResult(listen, estimate('proficient', 3, 3, 3), [], hide)
  expect(nextStepOf([proved, open])).toEqual({
    competency: 'listen',
    name: 'Listening',
    indicator: 'Thing 3b',
  })
  expect(nextStepOf([proved])).toBeNull()
})

/** Levels of peers, the third a mentor's. */
function estimate(state: StoredEstimate['state'], ...levels: number[]): StoredEstimate {
  const inputs = levels.map((y, index) => {
    return {
      review: String(index),
      y,
      b: 0,
      v: index === 2 ? 0.28 : 1,
      mentor: index === 2,
      setAside: false,
    }
  })
  const precision = 1 / pilotPrior.variance + inputs.reduce((sum, { v }) => sum + 1 / v, 0)
  const weighted = 2.5 / pilotPrior.variance + inputs.reduce((sum, { y, v }) => sum + y / v, 0)
  return {
    submissionId: 's1',
    round: 1,
    handedInAt: new Date('2026-11-02T10:00:00Z'),
    criterion: 'listen',
    state,
    mean: weighted / precision,
    variance: 1 / precision,
    priorMean: pilotPrior.mean,
    priorVariance: pilotPrior.variance,
    inputs,
  }
}

function review(
  id: string,
  reviewerName: string,
  reason: string,
  indicators: string[] = [],
  aboveSigns = '',
): GivenReview {
  const [first = ''] = reviewerName.split(' ')
  return {
    id,
    submissionId: 's1',
    reviewerId: id,
    reviewer: { name: reviewerName, programmes: ['Quayside Trust'] },
    worked: `What ${first} saw worked.`,
    tryNext: 'Ask once more.',
    ratings: [{ criterion: 'listen', indicators, reason, aboveSigns }],
  }
}
