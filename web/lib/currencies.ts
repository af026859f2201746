import { getLocale } from '../paraglide/runtime.js'

/** Every currency the browser knows, by its code, which is how they are told apart on pay slips too. */
export function currencies(): { value: string; words: string }[] {
  const names = new Intl.DisplayNames(getLocale(), { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    words: `${value} ${names.of(value) ?? ''}`,
  }))
}
