import { regionCodes, regionInFull, regionName } from '../../lib/format/regions.ts'

/** The ISO 3166-2 code of what somebody typed: a code, a region by its name; a country by its code. */
export function regionCode(typed: string): string | undefined {
  const text = typed.trim()
  const code = text.toUpperCase()
  if (/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code)) return code
  const same = (words: string) =>
    words.localeCompare(text, undefined, { sensitivity: 'base' }) === 0
  return regionCodes.find((one) => same(regionInFull(one)) || same(regionName(one)))
}
