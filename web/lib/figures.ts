import { getLocale } from '../paraglide/runtime.js'

/** 1,250 or 2.9: at most `digits` behind the point, and exactly as many with `fixed`. */
export function figure(value: number, digits = 0, fixed = false): string {
  return new Intl.NumberFormat(getLocale(), {
    maximumFractionDigits: digits,
    minimumFractionDigits: fixed ? digits : 0,
  }).format(value)
}

/** £13.10: `minor` is in the currency's smallest unit, as pay is stored. */
export function money(minor: number, currency: string): string {
  const whole = new Intl.NumberFormat(getLocale(), { style: 'currency', currency })
  const digits = whole.resolvedOptions().maximumFractionDigits ?? 2
  return whole.format(minor / 10 ** digits)
}

/** £13.10–£13.60, or one sum where both are the same. */
export function moneyRange(least: number, most: number, currency: string): string {
  if (least === most) return money(least, currency)
  const format = new Intl.NumberFormat(getLocale(), { style: 'currency', currency })
  const unit = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
  return format.formatRange(least / unit, most / unit)
}

/** £16,300–£17,000: whole units, no more exact than anybody can promise. */
export function about(least: number, most: number, currency: string): string {
  const format = new Intl.NumberFormat(getLocale(), {
    style: 'currency',
    currency,
    maximumSignificantDigits: 3,
  })
  return least === most ? format.format(least) : format.formatRange(least, most)
}

/** one, two and three */
export function listed(words: string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words)
}

/** Germany, from DE. */
export function country(code: string): string {
  return new Intl.DisplayNames(getLocale(), { type: 'region' }).of(code) ?? code
}
