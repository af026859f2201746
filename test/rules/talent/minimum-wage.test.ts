import { describe, expect, it } from 'vitest'

import { minimumWages } from '../../../worker/talent/opening/minimum-wages.ts'
import type { PayPeriod } from '../../../worker/talent/opening/pay.ts'
import { underMinimumWage } from '../../../worker/talent/opening/under-minimum-wage.ts'

const now = new Date('2026-11-29T10:00:00Z')
const job = (
  country: string,
  currency: string,
  minimum: number,
  period: PayPeriod,
  hoursPerWeek = 40,
  startMonth = '2026-12',
) => ({
  pay: { minimum, maximum: minimum, currency, period },
  hoursPerWeek,
  startMonth,
  place: { country },
})

describe('pay under the legal minimum', () => {
  it.each([
    // Computed by hand: 24,000 / (52 × 37.5) = 12.31 under 12.71; 24,784.50 is 12.71 an hour.
    [job('GB', 'GBP', 9, 'hour'), 9, 12.71],
    [job('GB', 'GBP', 24_000, 'year', 37.5), 12.31, 12.71],
    [job('FR', 'EUR', 1_800, 'month', 35), 11.87, 12.02],
    [job('DE', 'EUR', 500, 'week', 40), 12.5, 13.9],
    [job('DE', 'EUR', 100, 'day', 40), 12.5, 13.9],
    [job('PL', 'PLN', 4_800, 'month', 40), 27.69, 27.73],
    [job('ES', 'EUR', 1_400, 'month', 40), 8.08, 8.22],
    [job('PT', 'EUR', 920, 'month', 40), 5.31, 6.19],
    [job('US', 'USD', 7, 'hour', 20), 7, 7.25],
    [job('KR', 'KRW', 10_000, 'hour'), 10_000, 10_320],
  ])('is reported by the hour: %o', (content, offered, minimum) => {
    const under = underMinimumWage(content, now)
    expect(under?.offered).toBeCloseTo(offered, 2)
    expect(under?.minimum).toBeCloseTo(minimum, 2)
    expect(under?.source).toMatch(/^https:/)
  })

  it.each([
    ['exactly it', job('GB', 'GBP', 12.71, 'hour')],
    ['it by the year', job('GB', 'GBP', 24_784.5, 'year', 37.5)],
    ['it by the month', job('FR', 'EUR', 1_823.03, 'month', 35)],
    ['it in twelve payments', job('ES', 'EUR', 1_424.5, 'month', 40)],
    ['half of it for half the hours', job('PL', 'PLN', 2_403, 'month', 20)],
    ['more', job('NL', 'EUR', 15, 'hour')],
    ['in another currency', job('GB', 'EUR', 1, 'hour')],
    ['in a country without a figure', job('IT', 'EUR', 1, 'hour')],
  ])('is not reported for pay that is %s', (_, content) => {
    expect(underMinimumWage(content, now)).toBeUndefined()
  })

  it('is compared with the figure for the day on which the job begins, or for today', () => {
    const inNewYear = job('DE', 'EUR', 14, 'hour', 40, '2027-01')
    expect(underMinimumWage(inNewYear, now)).toMatchObject({ minimum: 14.6, from: '2027-01-01' })
    const before = job('DE', 'EUR', 14, 'hour', 40, '2026-12')
    expect(underMinimumWage(before, now)).toBeUndefined()
    expect(underMinimumWage(before, new Date('2027-01-01T00:00:00Z'))?.from).toBe('2027-01-01')
    // Before the first figure there is nothing to compare with.
    expect(
      underMinimumWage(job('GB', 'GBP', 1, 'hour', 40, '2026-01'), new Date('2026-01-05')),
    ).toBeUndefined()
  })

  it('is known of a dozen countries, each figure with its day and source', () => {
    expect(new Set(minimumWages.map(({ country }) => country)).size).toBeGreaterThanOrEqual(12)
    for (const { amount, from, source, fullTimeHours } of minimumWages) {
      expect(amount).toBeGreaterThan(0)
      expect(from).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(source).toMatch(/^https:\/\//)
      expect(fullTimeHours).toBeGreaterThanOrEqual(35)
    }
  })
})
