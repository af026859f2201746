import type { Pay } from '../../lib/format/jobs.ts'
import { regionName } from '../../lib/format/regions.ts'
import { m } from '../../paraglide/messages.js'
import type { OpeningContent } from './openings.ts'
import { regionCode } from './region-code.ts'

interface Job extends Omit<OpeningContent, 'place'> {
  place: { name: string; country: string; region?: string | undefined }
}

type PayDraft = Pick<Pay, 'currency' | 'period'> & { minimum: string; maximum: string }

/** A job while it is written: numbers are what was typed. Empty, or going on from a wording. */
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

/** What the API is sent; what cannot be read as a number is none, and refused by name. */
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
      ...(place.region.trim() && { region: regionCode(place.region) ?? place.region.trim() }),
    },
    remote,
  }
}

/** 12.90, and 13 where there is nothing behind the point. */
function typed(amount: number): string {
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(2)
}

/** 12.90 and 12,90 alike. */
export function numberOf(typed: string): number {
  const text = typed.trim().replace(',', '.')
  return text === '' ? Number.NaN : Number(text)
}

/** What to do about each field of a job, by the name the API knows it by, in the order of the form. */
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

/** Pay of nothing, and a span that says nothing, by field. */
export function wrongPay({ minimum, maximum }: JobDraft['pay']): Record<string, string | false> {
  const [least, most] = [numberOf(minimum), numberOf(maximum)]
  return {
    'pay.minimum': least <= 0 && m.recruiter_wrong_unpaid(),
    'pay.maximum':
      (most < least && m.recruiter_wrong_pay_order()) ||
      (Math.round(most * 200) > Math.round(least * 300) && m.recruiter_wrong_pay_span()),
  }
}
