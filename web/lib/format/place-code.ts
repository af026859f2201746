import { countryCodes } from './countries.ts'
import { regionCodes, regionInFull } from './regions.ts'

export interface Place {
  code: string
  words: string
}

/** Every place that people can look for work in; students and employers use the same list. */
export const allPlaces = (): Place[] => placesOf([...countryCodes, ...regionCodes])

export const placesOf = (codes: readonly string[]): Place[] =>
  codes.map((code) => ({ code, words: regionInFull(code) }))

/** Without capitals and accents, so that Quebec finds Québec. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/** Finds a place by its full name, its code, or a part that only one name contains: York, hull. */
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

/** A region without a name here can be given by its code. */
export const isRegionCode = (code: string) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)
