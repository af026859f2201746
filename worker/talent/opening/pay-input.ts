import * as v from 'valibot'

import { currencyCodes } from '../../foundation/reader/currencies.ts'

/** An ISO 4217 code that the runtime knows. */
export const currency = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{3}$/),
  v.check((code) => currencyCodes().includes(code)),
)

/** Up to two decimals. */
export const amount = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(10_000_000),
  v.check((value) => Math.abs(Math.round(value * 100) - value * 100) < 1e-6),
)

export const PayInput = v.strictObject({
  minimum: amount,
  maximum: amount,
  currency,
  period: v.picklist(['hour', 'day', 'week', 'month', 'year']),
})
