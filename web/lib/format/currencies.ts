import { payCurrencies } from '../../../worker/foundation/reader/currencies.ts'
import { currencyName } from './figures.ts'

/** Every currency that somebody can be paid in, by its code, which is how they are told apart on pay slips too. */
export function currencies(): { value: string; words: string }[] {
  return payCurrencies().map((value) => ({ value, words: `${value} ${currencyName(value)}` }))
}
