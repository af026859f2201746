import { countryCodes } from './countries.ts'
import { regionCodes, regionInFull } from './regions.ts'

export interface Place {
  code: string
  words: string
}

/** Every place that people can look for work in, one list for students and for employers. */
export const allPlaces = (): Place[] => placesOf([...countryCodes, ...regionCodes])

export const placesOf = (codes: readonly string[]): Place[] =>
  codes.map((code) => ({ code, words: regionInFull(code) }))

/** Without capitals and accents: Quebec is Québec. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/** By its name in full, its code, or what only one name has: York, hull. */
export function placeCode(typed: string, places: readonly Place[]): string | undefined {
  const sought = plain(typed)
  if (sought === '') return undefined
  const only = (fits: (words: string, code: string) => boolean) => {
    const found = places.filter(({ code, words }) => fits(plain(words), plain(code)))
    return found.length === 1 ? found[0]?.code : undefined
  }
  return (
    only((words, code) => words === sought || code === sought) ??
    only((words) => words.startsWith(`${sought},`)) ??
    only((words) => words.startsWith(sought)) ??
    only((words) => words.includes(` ${sought}`))
  )
}

/** A region that we have no name for may be given by its code. */
export const isRegionCode = (code: string) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)
