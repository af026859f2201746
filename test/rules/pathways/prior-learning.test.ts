import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  type Block,
  type DecidedClaim,
  priorLearningCredit,
} from '../../../worker/pathways/prior-learning/credit.ts'
import { type Career, experienceOf } from '../../../worker/pathways/prior-learning/experience.ts'
import { agreesWithCases } from '../../support/cases.ts'

agreesWithCases<Career, unknown>('experience_years', (career, expected) =>
  expect(experienceOf(career)).toEqual(expected),
)

agreesWithCases<Block & { claims: DecidedClaim[] }, unknown>(
  'prior_learning_credit',
  ({ claims, ...block }, expected) => expect(priorLearningCredit(claims, block)).toEqual(expected),
)

it('counts a February by its length, and a job before school ended not at all', () => {
  const days = (from: string, leftSchool = '2020-01') =>
    experienceOf({ jobs: [{ from, to: from }], leftSchool, today: '2026-09-01' }).days
  expect([days('2024-02'), days('2023-02'), days('2023-02', '2024-01')]).toEqual([29, 28, 0])
})

it('counts as many days as a calendar with each day of each job ticked', () => {
  const day = fc.integer({ min: 0, max: 400 })
  const dateOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
  const job = fc.record({ from: day, to: fc.option(day, { nil: undefined }) })
  fc.assert(
    fc.property(fc.array(job, { maxLength: 5 }), day, day, (jobs, left, today) => {
      const ticked = new Set<number>()
      for (const { from, to = today } of jobs)
        for (let each = Math.max(from, left); each <= Math.min(to, today); each++) ticked.add(each)
      const { days } = experienceOf({
        jobs: jobs.map(({ from, to }) => ({
          from: dateOf(from),
          ...(to !== undefined && { to: dateOf(to) }),
        })),
        leftSchool: dateOf(left),
        today: dateOf(today),
      })
      expect(days).toBe(ticked.size)
    }),
  )
})

it('never gives more than the maximum, nor to a claim that was not proficient', () => {
  const claim = fc.record({
    value: fc.integer({ min: 0, max: 60 }),
    decision: fc.constantFrom('proficient' as const, 'not yet' as const),
  })
  const block = fc.record({
    minimum: fc.integer({ min: 0, max: 10 }),
    maximum: fc.integer({ min: 0, max: 60 }),
  })
  fc.assert(
    fc.property(fc.array(claim), block, (claims, limits) => {
      const { awarded, perClaim } = priorLearningCredit(claims, limits)
      expect(awarded).toBeLessThanOrEqual(limits.maximum)
      expect(perClaim.reduce((sum, one) => sum + one, 0)).toBe(awarded)
      expect(awarded === 0 || awarded >= limits.minimum).toBe(true)
      for (const [index, { decision, value }] of claims.entries())
        expect(perClaim[index]).toBeLessThanOrEqual(decision === 'proficient' ? value : 0)
    }),
  )
})
