import { payCurrencies } from '../../../worker/foundation/reader/currencies.ts'
import { currencyName } from './figures.ts'

/** Every currency for pay, with its code first, as on pay slips. */
export function currencies(): { value: string; words: string }[] {
  return payCurrencies().map((value) => ({ value, words: `${value} ${currencyName(value)}` }))
}
