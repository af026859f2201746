import { describe, expect, it } from 'vitest'

import {
  annualPay,
  isNarrowEnough,
  type Pay,
  type PayPeriod,
  paysLess,
} from '../../../worker/talent/opening/pay.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  amount: number
  period: PayPeriod
  hoursPerWeek: number
}

agreesWithCases<Case, { annual: number }>(
  'annual_pay',
  ({ amount, period, hoursPerWeek }, { annual }) => {
    expect(annualPay(amount, period, hoursPerWeek)).toBe(annual)
  },
)

const pay = (minimum: number, maximum: number, period: PayPeriod = 'hour'): Pay => {
  return { minimum, maximum, currency: 'GBP', period }
}

it.each([
  [0.3, 0.45, true],
  [13.1, 19.65, true],
  [13.1, 19.66, false],
  [13.1, 13, false],
])('a span from %d to %d is narrow enough: %s', (minimum, maximum, narrow) => {
  expect(isNarrowEnough(pay(minimum, maximum))).toBe(narrow)
})

describe('an offer may not pay less than was approved', () => {
  const approved = { ...pay(13, 14), hoursPerWeek: 24 }

  it.each([
    ['the same', { ...pay(13, 14), hoursPerWeek: 24 }, false],
    ['a lower start', { ...pay(12.99, 14), hoursPerWeek: 24 }, true],
    ['a lower end', { ...pay(13, 13.99), hoursPerWeek: 24 }, true],
    ['fewer hours at the same rate', { ...pay(13, 14), hoursPerWeek: 20 }, false],
    ['the same by the week', { ...pay(312, 336, 'week'), hoursPerWeek: 24 }, false],
    ['more hours for the same week', { ...pay(312, 336, 'week'), hoursPerWeek: 25 }, true],
    ['another currency', { ...pay(99, 99), currency: 'JPY', hoursPerWeek: 24 }, true],
  ])('%s: %s', (_, offered, less) => {
    expect(paysLess(offered, approved)).toBe(less)
  })
})
