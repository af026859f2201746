import * as v from 'valibot'

import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import type { Problem } from '../../foundation/call/problem.ts'
import { payCurrencies } from '../../foundation/reader/currencies.ts'
import { invalidInput } from '../../http/problems.ts'
import { OpeningInput } from './opening-input.ts'
import { annualPay, isNarrowEnough, type Pay } from './pay.ts'
import { payRequired, paySpanTooWide } from '../problems.ts'

type Described = v.InferOutput<typeof OpeningInput>

/** A job as it is stored, always with pay. */
export type OpeningContent = Omit<Described, 'pay'> & { pay: Pay }

/** Refuses work without pay, or with too wide a pay range. */
export function whyNotOffered({ pay }: Pick<Described, 'pay'>): Problem | undefined {
  if (!pay || pay.minimum <= 0) return payRequired()
  return isNarrowEnough(pay) ? undefined : paySpanTooWide()
}

/**
 * Why a new wording is refused although a stored one may say the same: its month is past, or its
 * currency is no longer accepted.
 */
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

/**
 * Whether a changed wording needs approval. Any change does, because students read the whole
 * opening as approved.
 */
export function needsApproval(before: OpeningContent, after: OpeningContent): boolean {
  return canonicalJson(before) !== canonicalJson(after)
}

/** The columns that search compares, stored beside the content. Pay is per year, in hundredths. */
export function comparedOf({ pay, hoursPerWeek, startMonth, place }: OpeningContent) {
  return {
    annualPayMaximum: Math.round(annualPay(pay.maximum, pay.period, hoursPerWeek) * 100),
    currency: pay.currency,
    hoursPerWeek,
    startMonth,
    country: place.country,
  }
}

/**
 * Reads a stored wording. It was checked when it was saved, so invalid content is a bug and throws.
 */
export function readContent(stored: string): OpeningContent {
  return paid(v.parse(OpeningInput, JSON.parse(stored)))
}
