import { isRegionCode, type Place, placeCode } from '../../lib/format/place-code.ts'

/** The code of what somebody typed, found as students find theirs; a code that has no name stands too. */
export function regionCode(typed: string, places: readonly Place[]): string | undefined {
  const code = typed.trim().toUpperCase()
  return placeCode(typed, places) ?? (isRegionCode(code) ? code : undefined)
}
