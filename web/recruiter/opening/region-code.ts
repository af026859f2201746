import { isRegionCode, type Place, placeCode } from '../../lib/format/place-code.ts'

/**
 * The code for typed text, found by `placeCode` as for students. Also accepts a code without a
 * name.
 */
export function regionCode(typed: string, places: readonly Place[]): string | undefined {
  const code = typed.trim().toUpperCase()
  return placeCode(typed, places) ?? (isRegionCode(code) ? code : undefined)
}
