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

/**
 * Finds a place by its whole name or code; else by the name before the comma (York); else by how
 * the name begins; else by how a later word begins (hull). Each counts only if exactly one place
 * fits.
 */
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

/**
 * Whether text has the shape of a region's code, such as GB-YOR. Does not check that the code
 * exists: regions that are not in our list are given by their code.
 */
export const isRegionCode = (code: string) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)
