import { expect, test } from 'vitest'

import { exactly, relative, span } from '../../web/lib/format/dates.ts'
import { money, moneyRange } from '../../web/lib/format/figures.ts'
import { payInFull } from '../../web/lib/format/jobs.ts'

const now = new Date('2026-11-25T18:00:00Z')

test.each([
  ['2026-12-11T18:00:00Z', 'in 16 days'],
  ['2026-11-25T15:30:00Z', '2 hours ago'],
  ['2026-11-24T18:00:00Z', 'yesterday'],
  ['2026-11-25T18:00:20Z', 'now'],
])('%s is %s', (moment, words) => {
  expect(relative(moment, now)).toBe(words)
})

test('where people meet, the zone is named', () => {
  expect(exactly('2026-12-09T15:30:00Z', 'Europe/Berlin')).toMatch(/4:30.*(GMT\+1|CET)/)
  expect(span('2026-12-09T15:30:00Z', 40, 'Europe/Berlin')).toMatch(/4:30.*5:10/)
})

test('pay is said in its currency', () => {
  expect(money(1310, 'GBP')).toBe('£13.10')
  expect(money(1500, 'JPY')).toMatch(/1,500/)
  expect(moneyRange(1310, 1360, 'GBP')).toMatch(/£13.10.*13.60/)
  expect(moneyRange(1310, 1310, 'GBP')).toBe('£13.10')
})

test('pay by the hour or the month is said for a year of that job as well', () => {
  const inFull = (period: 'hour' | 'month' | 'year', minimum: number, maximum: number) =>
    payInFull({ pay: { minimum, maximum, currency: 'GBP', period }, hoursPerWeek: 30 })
  // 13 and 14 pounds, 30 hours a week, 52 weeks a year.
  expect(inFull('hour', 13, 14)).toMatch(/£20,300.*21,800/)
  expect(inFull('month', 2_000, 2_500)).toMatch(/£24,000.*30,000/)
  expect(inFull('year', 30_000, 32_000)).not.toMatch(/360,000/)
})
