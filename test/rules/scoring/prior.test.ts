import fc from 'fast-check'
import { expect, it } from 'vitest'

import { sumsOf } from '../../../worker/scoring/agreement/one-way.ts'
import { endsPilot } from '../../../worker/scoring/version/pilot-end.ts'
import { priorAfter, priorFrom } from '../../../worker/scoring/version/prior.ts'
import { agreesWithCases } from '../../support/cases.ts'

agreesWithCases<
  { ratings_by_submission: number[][] },
  { mean: number; variance: number; submissions?: number }
>('prior_from_data', ({ ratings_by_submission: ratings }, expected, tolerance) => {
  const sums = sumsOf(ratings.filter(({ length }) => length >= 2))
  const prior = priorFrom(sums)
  expect(Math.abs(prior.mean - expected.mean)).toBeLessThanOrEqual(tolerance)
  expect(Math.abs(prior.variance - expected.variance)).toBeLessThanOrEqual(tolerance)
  if (expected.submissions !== undefined) expect(sums.groups).toBe(expected.submissions)
})

it('a group of students, however strong or weak, moves the prior only a little', () => {
  const ratings = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(ratings, { maxLength: 60 }), (groups) => {
      const { mean, variance } = priorFrom(sumsOf(groups))
      expect(mean).toBeGreaterThanOrEqual(2.25)
      expect(mean).toBeLessThanOrEqual(2.75)
      expect(variance).toBeGreaterThanOrEqual(0.5)
      expect(variance).toBeLessThanOrEqual(1)
    }),
  )
})

it('a later round begins with the last estimate, and is less sure of it', () => {
  expect(priorAfter({ mean: 2.2, variance: 0.2 })).toEqual({ mean: 2.2, variance: 0.7 })
})

it('a pilot ends after 30 closed rounds with agreement on every criterion, not before', () => {
  const fair = { submissions: 30, icc: 0.25 }
  expect(endsPilot(30, [fair, fair, fair, fair])).toBe(true)
  expect(endsPilot(29, [fair, fair, fair, fair])).toBe(false)
  expect(endsPilot(30, [fair, fair, fair, { ...fair, icc: 0.2499 }])).toBe(false)
  expect(endsPilot(30, [fair, fair, fair, { ...fair, icc: null }])).toBe(false)
  expect(endsPilot(30, [fair, fair, fair, { ...fair, submissions: 29 }])).toBe(false)
})
