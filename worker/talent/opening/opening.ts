import * as v from 'valibot'

import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import type { Problem } from '../../foundation/call/problem.ts'
import { payCurrencies } from '../../foundation/reader/currencies.ts'
import { invalidInput } from '../../http/problems.ts'
import { OpeningInput } from './opening-input.ts'
import { annualPay, isNarrowEnough, type Pay } from './pay.ts'
import { payRequired, paySpanTooWide } from '../problems.ts'

type Described = v.InferOutput<typeof OpeningInput>

/** A job as it is kept: paid. */
export type OpeningContent = Omit<Described, 'pay'> & { pay: Pay }

/** Work without pay, or with a span that says nothing, is refused by name. */
export function whyNotOffered({ pay }: Pick<Described, 'pay'>): Problem | undefined {
  if (!pay || pay.minimum <= 0) return payRequired()
  return isNarrowEnough(pay) ? undefined : paySpanTooWide()
}

/** What a job cannot say any more, though it could once: stored ones are read all the same. */
export function whyNotNow({ startMonth, pay }: OpeningContent, now: Date): Problem | undefined {
  const fields = [
    ...(startMonth < now.toISOString().slice(0, 7) ? ['startMonth'] : []),
    ...(payCurrencies().includes(pay.currency) ? [] : ['pay.currency']),
  ]
  return fields.length > 0 ? invalidInput(`Check: ${fields.join(', ')}.`, { fields }) : undefined
}

export function paid({ pay, ...rest }: Described): OpeningContent {
  const refusal = whyNotOffered({ pay })
  if (refusal || !pay) throw refusal ?? payRequired()
  return { ...rest, pay }
}

/** Any change is a job the operator has not seen: students read all of it as approved. */
export function needsApproval(before: OpeningContent, after: OpeningContent): boolean {
  return canonicalJson(before) !== canonicalJson(after)
}

/** What search compares, beside the content. Pay in hundredths, by the year. */
export function comparedOf({ pay, hoursPerWeek, startMonth, place }: OpeningContent) {
  return {
    annualPayMaximum: Math.round(annualPay(pay.maximum, pay.period, hoursPerWeek) * 100),
    currency: pay.currency,
    hoursPerWeek,
    startMonth,
    country: place.country,
  }
}

/** Stored content was checked when it was kept, so one that misfits is a bug and throws. */
export function readContent(stored: string): OpeningContent {
  return paid(v.parse(OpeningInput, JSON.parse(stored)))
}
