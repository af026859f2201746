import * as figures from '../../../worker/foundation/reader/figures.ts'
import { reader } from '../reader/reader.ts'

export { minorUnits } from '../../../worker/foundation/reader/figures.ts'

/** 1,250 or 2.9: at most `digits` decimals, or exactly as many with `fixed`. */
export const figure = (value: number, digits = 0, fixed = false) =>
  figures.figure(reader(), value, digits, fixed)

/** £13.10: `minor` is in the currency's smallest unit, as pay is stored. */
export const money = (minor: number, currency: string) => figures.money(reader(), minor, currency)

/** £13.10–£13.60, or one amount if both are equal. */
export const moneyRange = (least: number, most: number, currency: string) =>
  figures.moneyRange(reader(), least, most, currency)

/** £16,300–£17,000: in whole units and rounded, because it is an estimate. */
export const about = (least: number, most: number, currency: string) =>
  figures.about(reader(), least, most, currency)

/** As in “one, two and three”. */
export const listed = (words: string[]) => figures.listed(reader(), words)

/** Germany, from DE. */
export const country = (code: string) => figures.country(reader(), code)

/** Pound sterling, from GBP. */
export const currencyName = (code: string) => figures.currencyName(reader(), code)
