import { frequentWordsOf } from './frequent-words.ts'
import { findUsernames } from './find-usernames.ts'
import { findLinks } from './find-links.ts'
import { findMail } from './find-mail.ts'
import { findNames } from './find-names.ts'
import { findProgrammes } from './find-programmes.ts'
import { findTelephones } from './find-telephones.ts'
import { namePartsOf } from './name-parts.ts'
import type { SearchedText, Span } from './searched-text.ts'

export type HiddenKind = 'email' | 'url' | 'handle' | 'phone' | 'programme' | 'name'
export type Finder = (text: SearchedText) => Span[]

/** The author of a text: what to hide about them. */
export interface Author {
  name: string
  programmeNames: readonly string[]
  /**
   * The language of the text: the challenge's for answers and comments, the account's for a
   * profile.
   */
  language: string
}

/** A finder for each kind of identifying text, in the order in which they run. */
export function findersOf({ name, programmeNames, language }: Author): [HiddenKind, Finder][] {
  const place = frequentWordsOf(language)
  const parts = namePartsOf(name)
  return [
    ['email', (text) => findMail(text, place.common)],
    ['url', (text) => findLinks(text, place.common)],
    ['handle', (text) => findUsernames(text, place.common)],
    ['phone', findTelephones],
    ['programme', (text) => findProgrammes(text, programmeNames)],
    ['name', (text) => findNames(text, parts, place)],
  ]
}
