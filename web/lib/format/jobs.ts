import { m } from '../../paraglide/messages.js'
import { about, minorUnits, moneyRange } from './figures.ts'

export interface Pay {
  minimum: number
  maximum: number
  currency: string
  period: 'hour' | 'day' | 'week' | 'month' | 'year'
}

const periods: Record<Pay['period'], () => string> = {
  hour: m.shell_per_hour,
  day: m.shell_per_day,
  week: m.shell_per_week,
  month: m.shell_per_month,
  year: m.shell_per_year,
}

/** As in “an hour”. */
export function payPeriodWords(period: Pay['period']): string {
  return periods[period]()
}

/** £13.10–£13.60 an hour. The amounts are in the currency's main unit (pounds, not pence). */
export function payWords({ minimum, maximum, currency, period }: Pay): string {
  const minor = minorUnits(currency)
  const sum = moneyRange(Math.round(minimum * minor), Math.round(maximum * minor), currency)
  return `${sum} ${payPeriodWords(period)}`
}

const contractsByName = {
  permanent: m.shell_contract_permanent,
  temporary: m.shell_contract_temporary,
  apprenticeship: m.shell_contract_apprenticeship,
  internship: m.shell_contract_internship,
  freelance: m.shell_contract_freelance,
}

type Contract = keyof typeof contractsByName

export const contracts: readonly Contract[] = [
  'permanent',
  'temporary',
  'apprenticeship',
  'internship',
  'freelance',
]

export function contractWords(contract: Contract): string {
  return contractsByName[contract]()
}

interface Paid {
  pay: Pay
  hoursPerWeek: number
}

const timesAYear = { day: 260, week: 52, month: 12, year: 1 }

/** £13.10–£13.60 an hour, about £16,300–£17,000 a year. */
export function payInFull({ pay, hoursPerWeek }: Paid): string {
  const words = payWords(pay)
  if (pay.period === 'year') return words
  const times = pay.period === 'hour' ? hoursPerWeek * 52 : timesAYear[pay.period]
  const year = about(pay.minimum * times, pay.maximum * times, pay.currency)
  return m.hiring_pay_yearly({ pay: words, year })
}
