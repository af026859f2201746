import { minorUnits, money } from '../../lib/format/figures.ts'
import type { Pay } from '../../lib/format/jobs.ts'
import { type Place, placesOf } from '../../lib/format/place-code.ts'
import { regionCodes, regionName } from '../../lib/format/regions.ts'
import { m } from '../../paraglide/messages.js'
import type { OpeningContent } from './openings.ts'
import { regionCode } from './region-code.ts'

interface Job extends Omit<OpeningContent, 'place'> {
  place: { name: string; country: string; region?: string | undefined }
}

type PayDraft = Pick<Pay, 'currency' | 'period'> & { minimum: string; maximum: string }

/**
 * A job while it is written; numbers are kept as typed. Empty, or starting from a saved wording.
 */
export class JobDraft {
  title = $state('')
  duties = $state('')
  hoursPerWeek = $state('')
  startMonth = $state('')
  contract = $state<OpeningContent['contract']>('permanent')
  remote = $state(false)
  pay = $state<PayDraft>({ minimum: '', maximum: '', currency: 'GBP', period: 'hour' })
  place = $state({ name: '', country: '', region: '' })

  constructor(job?: Job) {
    if (!job) return
    this.title = job.title
    this.duties = job.duties
    this.hoursPerWeek = String(job.hoursPerWeek)
    this.startMonth = job.startMonth
    this.contract = job.contract
    this.remote = job.remote
    const { minimum, maximum, currency, period } = job.pay
    this.pay = { minimum: typed(minimum), maximum: typed(maximum), currency, period }
    const { name, country, region = '' } = job.place
    this.place = { name, country, region: region && regionName(region) }
  }
}

/** The body for the API. Text that is not a number becomes NaN, which is refused at its field. */
export function jobOf(draft: JobDraft) {
  const { title, duties, pay, hoursPerWeek, startMonth, contract, place, remote } = draft
  return {
    title,
    duties,
    pay: { ...pay, minimum: numberOf(pay.minimum), maximum: numberOf(pay.maximum) },
    hoursPerWeek: numberOf(hoursPerWeek),
    startMonth,
    contract,
    place: {
      name: place.name,
      country: place.country,
      ...(place.region.trim() && { region: regionOf(place.region) }),
    },
    remote,
  }
}

let regions: Place[] | undefined

function regionOf(typed: string): string {
  regions ??= placesOf(regionCodes)
  return regionCode(typed, regions) ?? typed.trim()
}

/** 12.90, or 13 for a whole amount. */
function typed(amount: number): string {
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(2)
}

/**
 * Reads 12.90 and 12,90, and 25,000 and 25 000 with separated thousands. Ambiguous text such as
 * 1.234 gives NaN, so that no amount is guessed.
 */
export function numberOf(typed: string): number {
  const text = typed.trim()
  const whole = text.replace(/^\d{1,3}(?:([, ’'\u00a0\u202f])\d{3})(?:\1\d{3})*(?=$|\.)/, (found) =>
    found.replaceAll(/\D/g, ''),
  )
  return /^\d+(?:[.,]\d{1,2})?$/.test(whole) ? Number(whole.replace(',', '.')) : Number.NaN
}

/** The error of each field of a job, by its API name, in the order of the form. */
export const jobWords = (): Record<string, string> => ({
  'pay.minimum': m.recruiter_wrong_pay_minimum(),
  'pay.maximum': m.recruiter_wrong_pay_maximum(),
  'pay.currency': m.recruiter_wrong_currency(),
  title: m.recruiter_wrong_title(),
  duties: m.recruiter_wrong_duties(),
  hoursPerWeek: m.recruiter_wrong_hours(),
  startMonth: m.recruiter_wrong_start(),
  'place.name': m.recruiter_wrong_place(),
  'place.country': m.recruiter_wrong_country(),
  'place.region': m.recruiter_wrong_region(),
})

/** Errors by field: for unpaid work, and for a maximum below the minimum or too far above it. */
export function wrongPay(pay: JobDraft['pay']): Record<string, string | false> {
  const [least, most] = [numberOf(pay.minimum), numberOf(pay.maximum)]
  return {
    'pay.minimum': least <= 0 && m.recruiter_wrong_unpaid(),
    'pay.maximum':
      (most < least && m.recruiter_wrong_pay_order()) ||
      (Math.round(most * 200) > Math.round(least * 300) && spanWords(pay)),
  }
}

/** Names the highest amount allowed: one and a half times the lowest. */
export function spanWords({ minimum, currency }: JobDraft['pay']): string {
  const minor = minorUnits(currency)
  const most = Math.floor((Math.round(numberOf(minimum) * minor) * 3) / 2)
  return m.recruiter_wrong_pay_span({ most: money(most, currency) })
}
