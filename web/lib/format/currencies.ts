import { currencyCodes } from '../../../worker/foundation/reader/figures.ts'
import { currencyName } from './figures.ts'

/** Every currency the browser knows, by its code, which is how they are told apart on pay slips too. */
export function currencies(): { value: string; words: string }[] {
  return currencyCodes().map((value) => ({ value, words: `${value} ${currencyName(value)}` }))
}
