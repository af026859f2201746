import { localeOf } from './locale.ts'
import type { Reader } from './reader.ts'

/** 1,250 or 2.9: at most `digits` decimals, and exactly as many with `fixed`. */
export function figure(reader: Reader, value: number, digits = 0, fixed = false): string {
  return new Intl.NumberFormat(localeOf(reader), {
    maximumFractionDigits: digits,
    minimumFractionDigits: fixed ? digits : 0,
  }).format(value)
}

/** 30 days, 24 months, 12 hours, 10 minutes. */
export function duration(
  reader: Reader,
  amount: number,
  unit: 'minute' | 'hour' | 'day' | 'month',
): string {
  const form = { style: 'unit', unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(localeOf(reader), form).format(amount)
}

/** £13.10: `minor` is in the currency's smallest unit, as pay is stored. */
export function money(reader: Reader, minor: number, currency: string): string {
  const format = amounts(reader, currency)
  return format.format(minor / unitOf(format))
}

/** £13.10–£13.60, or one amount if both are the same. */
export function moneyRange(reader: Reader, least: number, most: number, currency: string): string {
  if (least === most) return money(reader, least, currency)
  const format = amounts(reader, currency)
  return format.formatRange(least / unitOf(format), most / unitOf(format))
}

/**
 * £16,300–£17,000: an estimate, rounded to three digits. `least` and `most` are in whole pounds,
 * not in pence.
 */
export function about(reader: Reader, least: number, most: number, currency: string): string {
  const format = amounts(reader, currency, { maximumSignificantDigits: 3 })
  return least === most ? format.format(least) : format.formatRange(least, most)
}

/** How many of a currency's smallest units make one: 100 pence make a pound, 1 yen makes a yen. */
export function minorUnits(currency: string): number {
  return unitOf(new Intl.NumberFormat('en', { style: 'currency', currency }))
}

/** one, two and three */
export function listed(reader: Reader, words: readonly string[]): string {
  return new Intl.ListFormat(localeOf(reader), { type: 'conjunction' }).format(words)
}

/** Germany, from DE. */
export function country(reader: Reader, code: string): string {
  return new Intl.DisplayNames(localeOf(reader), { type: 'region' }).of(code) ?? code
}

/** Pound sterling, from GBP. */
export function currencyName(reader: Reader, code: string): string {
  return new Intl.DisplayNames(localeOf(reader), { type: 'currency' }).of(code) ?? code
}

function amounts(reader: Reader, currency: string, more: Intl.NumberFormatOptions = {}) {
  return new Intl.NumberFormat(localeOf(reader), { style: 'currency', currency, ...more })
}

function unitOf(format: Intl.NumberFormat): number {
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
}
