import type { OpeningContent } from './opening.ts'
import { annualPay } from './pay.ts'
import { type MinimumWage, minimumWages, wagesChecked } from './minimum-wages.ts'

type Job = Pick<OpeningContent, 'pay' | 'hoursPerWeek' | 'startMonth'> & {
  place: { country: string }
}

const weeksAYear = 52

/**
 * Where the lowest pay of a job is under the legal minimum of its country: both by the hour, in whole
 * units of the currency, and which figure that is. Undefined where it is not, and where no figure is
 * known in this currency. The figure is the one in force on the first day of the job, or today if that
 * is later. Pay for another period is divided by the hours of the job.
 */
export function underMinimumWage({ pay, hoursPerWeek, startMonth, place }: Job, now: Date) {
  const day = [`${startMonth}-01`, now.toISOString().slice(0, 10)].toSorted().at(-1) ?? ''
  const wage = inForce(place.country, day)
  if (!wage || wage.currency !== pay.currency) return undefined
  const offered = annualPay(pay.minimum, pay.period, hoursPerWeek) / (hoursPerWeek * weeksAYear)
  const minimum = hourly(wage)
  // Half a cent: what is exactly the minimum may not warn because of how it was divided.
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
