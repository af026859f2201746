import lists from './frequent-words.json' with { type: 'json' }
import type { Place } from './name-place.ts'

/**
 * Words that are always written with a capital, which therefore does not show that they are a name.
 */
const alwaysCapitals: Record<string, string> = {
  en: 'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday god christmas easter english christian roman i',
}

const known = new Map<string, Place>()

/**
 * The frequent words of a language that are also names or parts of names (`common`), and those that
 * always have a capital (`capitals`), in lower case. A language without a list has none. `language`
 * is a tag: "pt-BR" reads the list of "pt".
 */
export function frequentWordsOf(language: string): Place {
  const base = language.toLowerCase().split('-')[0] ?? ''
  const found = known.get(base)
  if (found) return found
  const words = Object.entries(lists).find(([name]) => name === base)?.[1] ?? ''
  const capitals = Object.hasOwn(alwaysCapitals, base) ? (alwaysCapitals[base] ?? '') : ''
  const place = {
    language: base,
    common: new Set(words.split(' ')),
    capitals: new Set(capitals.split(' ')),
  }
  if (words) known.set(base, place)
  return place
}
