import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  estimateOf,
  pilotPrior,
  type Rating,
  threesUntilProficient,
} from '../../../worker/scoring/estimate/estimate.ts'
import { normalShareBelow } from '../../../worker/scoring/estimate/normal.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  prior: { mean: number; variance: number }
  ratings: { level: number; variance: number; shift?: number; mentor?: boolean }[]
}
interface Expected {
  mean: number
  standard_error: number
  probability: number
  count: number
  decision: string
}

const words = {
  proficient: 'proficient',
  'not-yet': 'not yet',
  'needs-more': 'needs more evidence',
}

agreesWithCases<Case, Expected>('estimate', (input, expected, tolerance) => {
  const estimate = estimateOf(
    input.prior,
    input.ratings.map((rating) => aRating(rating)),
  )

  expect(Math.abs(estimate.mean - expected.mean)).toBeLessThanOrEqual(tolerance)
  expect(Math.abs(estimate.standardError - expected.standard_error)).toBeLessThanOrEqual(tolerance)
  expect(Math.abs(estimate.probability - expected.probability)).toBeLessThanOrEqual(tolerance)
  expect(estimate.count).toBe(expected.count)
  expect(words[estimate.state]).toBe(expected.decision)
})

it.each([
  [0, 0.5],
  [1, 0.841344746],
  [-1.96, 0.024997895],
  [2.575829304, 0.995],
  [-6, 9.865876e-10],
  [40, 1],
  [-40, 0],
])('Φ(%d) is %d to a millionth', (x, share) => {
  expect(normalShareBelow(x)).toBeCloseTo(share, 8)
})

it('Φ is given to the last bit, whatever the engine', () => {
  // test/worker/scoring/versions.test.ts asks the same of workerd.
  expect([-0.674, -3.25, 0.2, 1.0364].map(normalShareBelow)).toEqual([
    0.2501556568403225, 0.0005770250423906553, 0.579259709439103, 0.849992214811817,
  ])
})

describe('the basis of a decision', () => {
  it('two peers and a mentor who all say 3 award, by four thousandths', () => {
    const { probability, state } = estimateOf(pilotPrior, [three(), three(), mentorsThree()])
    expect(probability).toBeCloseTo(0.8538, 4)
    expect(state).toBe('proficient')
  })

  it('one of the two peers saying 2 leaves it open', () => {
    const { probability, state } = estimateOf(pilotPrior, [
      aRating({ level: 2 }),
      three(),
      mentorsThree(),
    ])
    expect(probability).toBeCloseTo(0.75, 3)
    expect(state).toBe('needs-more')
  })

  it('an excluded reviewer neither changes the value nor counts', () => {
    const without = estimateOf(pilotPrior, [three(), three()])
    const beside = estimateOf(pilotPrior, [three(), three(), aRating({ level: 1, setAside: true })])
    expect(beside).toEqual(without)
  })

  it('says how many more threes it would take, up to five', () => {
    expect(
      threesUntilProficient(pilotPrior, [aRating({ level: 2 }), three(), mentorsThree()]),
    ).toBe(2)
    const low = [1, 1, 1, 1, 1].map((level) => aRating({ level, variance: 0.28, mentor: true }))
    expect(threesUntilProficient(pilotPrior, low)).toBeUndefined()
  })
})

describe('for any history of ratings', () => {
  const rating = fc.record({
    level: fc.integer({ min: 1, max: 4 }),
    shift: fc.double({ min: -0.75, max: 0.75, noNaN: true }),
    variance: fc.double({ min: 0.15, max: 4, noNaN: true }),
    mentor: fc.boolean(),
    setAside: fc.boolean(),
  })
  const prior = fc.record({
    mean: fc.double({ min: 2.25, max: 2.75, noNaN: true }),
    variance: fc.double({ min: 0.5, max: 1, noNaN: true }),
  })
  const history = fc.array(rating, { maxLength: 8 })

  it('one more rating never widens the error', () => {
    fc.assert(
      fc.property(prior, history, rating, (before, ratings, more) => {
        const now = estimateOf(before, ratings)
        const later = estimateOf(before, [...ratings, more])
        expect(later.standardError).toBeLessThanOrEqual(now.standardError)
      }),
    )
  })

  it('with no shifts and equal variances it is the mean, shrunk towards the prior', () => {
    fc.assert(
      fc.property(
        prior,
        history,
        fc.double({ min: 0.15, max: 4, noNaN: true }),
        (before, ratings, variance) => {
          const alike = ratings.map((each) => ({ ...each, shift: 0, variance, setAside: false }))
          const total = alike.reduce((sum, { level }) => sum + level, 0)
          // Counts the prior as so many ratings of its own mean.
          const assumed = variance / before.variance
          const shrunk = (total + assumed * before.mean) / (alike.length + assumed)
          expect(estimateOf(before, alike).mean).toBeCloseTo(shrunk, 9)
        },
      ),
    )
  })

  it('reviewers who know nothing leave the prior as it was', () => {
    fc.assert(
      fc.property(prior, history, (before, ratings) => {
        const blind = ratings.map((each) => ({ ...each, variance: 1e12 }))
        const { mean, variance } = estimateOf(before, blind)
        expect(mean).toBeCloseTo(before.mean, 9)
        expect(variance).toBeCloseTo(before.variance, 9)
      }),
    )
  })

  it('fewer than the minimum never decides, in ten thousand histories', () => {
    const few = fc.oneof(
      fc.array(
        rating.map((each) => ({ ...each, mentor: false })),
        { maxLength: 2 },
      ),
      fc.tuple(rating.map((each) => ({ ...each, mentor: true }))),
    )
    fc.assert(
      fc.property(prior, few, (before, ratings) => {
        expect(estimateOf(before, ratings).state).toBe('needs-more')
      }),
      { numRuns: 10_000 },
    )
  })

  it('stored JSON gives exactly the same numbers again', () => {
    fc.assert(
      fc.property(prior, history, (before, ratings) => {
        const stored = JSON.parse(JSON.stringify({ before, ratings }))
        expect(
          Object.is(
            estimateOf(stored.before, stored.ratings).probability,
            estimateOf(before, ratings).probability,
          ),
        ).toBe(true)
        expect(estimateOf(stored.before, stored.ratings)).toEqual(estimateOf(before, ratings))
      }),
    )
  })
})

function aRating(rating: Partial<Rating>): Rating {
  return { level: 3, shift: 0, variance: 1, mentor: false, setAside: false, ...rating }
}

const three = () => aRating({})
const mentorsThree = () => aRating({ variance: 0.28, mentor: true })
