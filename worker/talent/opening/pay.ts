export const payPeriods = ['hour', 'day', 'week', 'month', 'year'] as const
export type PayPeriod = (typeof payPeriods)[number]

/** Amounts in the currency's main unit (euros, not cents), with up to two decimals. */
export interface Pay {
  minimum: number
  maximum: number
  currency: string
  period: PayPeriod
}

/** The amount per year: 52 weeks, 260 days or 12 months. */
export function annualPay(amount: number, period: PayPeriod, hoursPerWeek: number): number {
  const times = { hour: hoursPerWeek * 52, day: 260, week: 52, month: 12, year: 1 }
  return amount * times[period]
}

/**
 * Whether the range is in order and its maximum is at most one and a half times its minimum. From a
 * wider range a student cannot tell what they would earn.
 */
export function isNarrowEnough({ minimum, maximum }: Pay): boolean {
  return maximum >= minimum && 2 * cents(maximum) <= 3 * cents(minimum)
}

export interface PayForHours extends Pay {
  hoursPerWeek: number
}

/** Whether the offered pay per hour is below the approved one. Another currency counts as below. */
export function paysLess(offered: PayForHours, approved: PayForHours): boolean {
  const lower = (end: 'minimum' | 'maximum') =>
    yearOf(offered, end) * approved.hoursPerWeek < yearOf(approved, end) * offered.hoursPerWeek
  return offered.currency !== approved.currency || lower('minimum') || lower('maximum')
}

function yearOf(pay: PayForHours, end: 'minimum' | 'maximum'): number {
  return cents(annualPay(pay[end], pay.period, pay.hoursPerWeek))
}

/** In whole cents: in floating point, 0.45 would not be exactly one and a half times 0.30. */
const cents = (amount: number) => Math.round(amount * 100)
