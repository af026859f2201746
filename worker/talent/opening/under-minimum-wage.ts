import type { OpeningContent } from './opening.ts'
import { annualPay } from './pay.ts'
import { type MinimumWage, minimumWages, wagesChecked } from './minimum-wages.ts'

type Job = Pick<OpeningContent, 'pay' | 'hoursPerWeek' | 'startMonth'> & {
  place: { country: string }
}

const weeksAYear = 52

/**
 * Compares a job's lowest pay with its country's legal minimum. If the pay is lower, returns both
 * per hour, in the currency's main unit, and the figure used; else, or if no figure is known in
 * this currency, undefined. Uses the figure in force on the job's first day, or today if that is
 * later. Pay for another period is divided by the job's hours.
 */
export function underMinimumWage({ pay, hoursPerWeek, startMonth, place }: Job, now: Date) {
  const day = [`${startMonth}-01`, now.toISOString().slice(0, 10)].toSorted().at(-1) ?? ''
  const wage = inForce(place.country, day)
  if (!wage || wage.currency !== pay.currency) return undefined
  const offered = annualPay(pay.minimum, pay.period, hoursPerWeek) / (hoursPerWeek * weeksAYear)
  const minimum = hourly(wage)
  // Half a cent of tolerance: pay of exactly the minimum must not warn because of rounding.
  if (offered >= minimum - 0.005) return undefined
  const { country, currency, from, source } = wage
  return { country, currency, offered, minimum, from, source, checked: wagesChecked }
}

function inForce(country: string, day: string): MinimumWage | undefined {
  return minimumWages
    .filter((wage) => wage.country === country && wage.from <= day)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .at(-1)
}

function hourly({ amount, per, fullTimeHours }: MinimumWage): number {
  if (per === 'hour') return amount
  return (amount * (per === 'month' ? 12 : 1)) / (fullTimeHours * weeksAYear)
}
