import { readFileSync } from 'node:fs'

import { redact } from '../../../worker/foundation/redactor/redact.ts'

type Language = keyof Plants['sentences']
interface Sentences {
  name: string[]
  part: string[]
  contact: string
  safe: string
}
interface Plants {
  sentences: Record<'en' | 'es' | 'de' | 'fr' | 'pt' | 'it' | 'nl' | 'tr', Sentences>
  contacts: string[]
  safe: string[]
}

const read = (file: string) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
export const names = read('names.txt').trim().split('\n')
export const texts: Record<Language, string[]> = JSON.parse(read('texts.json'))
const { sentences, contacts, safe }: Plants = JSON.parse(read('plants.json'))
export const languages = Object.keys(sentences) as Language[]

/** An invented name without common words, for tests that are not about names. */
const nobody = 'Xqzv Wqkj'
const schools = ['Riverside Community College', 'RCC']

export interface Finding {
  language: string
  what: string
  shown: string
}

export interface Measure {
  tried: number
  wrong: Finding[]
}

function measured(cases: Iterable<{ finding: Finding; isWrong: boolean }>): Measure {
  const all = [...cases]
  return {
    tried: all.length,
    wrong: all.flatMap(({ finding, isWrong }) => (isWrong ? finding : [])),
  }
}

/** Puts a sentence between two others, so that being first or last has no effect. */
function around(language: Language, sentence: string, name: string) {
  const [text = ''] = texts[language]
  const [before = '', after = ''] = text.split(/(?<=\.) /)
  return redact(`${before} ${sentence} ${after}`, name, schools, language)
    .text.slice(before.length + 1)
    .slice(0, -after.length - 1)
}

/** Counts contact details that can still be read in part. */
export function missedContacts(): Measure {
  return measured(
    languages.flatMap((language) =>
      contacts.map((contact) => {
        const { contact: sentence } = sentences[language]
        const shown = around(
          language,
          sentence.replace('{}', () => contact),
          nobody,
        )
        const [before = '', after = ''] = sentence.split('{}')
        const left = shown
          .slice(before.length, shown.length - after.length)
          .replaceAll('[hidden]', '')
        // "my insta is" and "微信:" may stay, because they name the network and not the person.
        const isWrong = /ana|vu|\p{Nd}|mailbox|nine|nueve|sieben|quatre|iki|零/iu.test(left)
        return { finding: { language, what: contact, shown }, isWrong }
      }),
    ),
  )
}

/** Counts dates, times, ranges and amounts that were hidden in part. */
export function hiddenFigures(): Measure {
  return measured(
    languages.flatMap((language) =>
      safe.map((figure) => {
        const sentence = sentences[language].safe.replace('{}', () => figure)
        const shown = around(language, sentence, nobody)
        return { finding: { language, what: figure, shown }, isWrong: shown !== sentence }
      }),
    ),
  )
}

/**
 * Counts whole names that can still be read in part: as they are, in lower case, in capitals,
 * joined.
 */
export function missedWholeNames(): Measure {
  return measured(
    languages.flatMap((language) =>
      names.flatMap((name) =>
        sentences[language].name.flatMap((sentence) =>
          writtenForms(name).map((written) => {
            const shown = around(
              language,
              sentence.replace('{}', () => written),
              name,
            )
            const isWrong = shown !== sentence.replace('{}', '[hidden]')
            return { finding: { language, what: `${name}: ${written}`, shown }, isWrong }
          }),
        ),
      ),
    ),
  )
}

/**
 * The joined form only if it has five letters, because shorter ones are words ("ando" of An Do).
 */
const writtenForms = (name: string) =>
  [name, name.toLowerCase(), name.toUpperCase(), joined(name)].filter(
    (form) => form.length >= 5 || form !== joined(name) || form === name,
  )

const joined = (name: string) => name.replaceAll(/[\s\p{Pd}’']/gu, '')

/**
 * Counts parts of names, of two letters or more and as people write them in a sentence, that can
 * still be read.
 */
export function missedParts(): Measure {
  return measured(
    languages.flatMap((language) =>
      names.flatMap((name) =>
        partsOf(name).flatMap((part) =>
          sentences[language].part.map((sentence) => {
            const shown = around(
              language,
              sentence.replace('{}', () => part),
              name,
            )
            const isWrong = shown !== sentence.replace('{}', '[hidden]')
            return { finding: { language, what: `${name}: ${part}`, shown }, isWrong }
          }),
        ),
      ),
    ),
  )
}

/** Parts that are used as names: no particles, no single letters. */
const partsOf = (name: string) =>
  name
    .split(/[\s-]/)
    .filter((part) => (part.match(/\p{L}/gu) ?? []).length >= 2 && /^[^\p{Ll}]/u.test(part))

/** Counts words of the texts that are no names but were hidden because of a name. */
export function falseHits(): Measure & { words: number } {
  const words = names.length * Object.values(texts).flat().join(' ').split(/\s+/).length
  const found = measured(
    languages.flatMap((language) =>
      names.flatMap((name) =>
        texts[language].map((text) => {
          const shown = redact(text, name, schools, language).text
          return {
            finding: { language, what: name, shown: contextOf(shown) },
            isWrong: shown !== text,
          }
        }),
      ),
    ),
  )
  return { ...found, words }
}

const contextOf = (shown: string) => /.{0,25}\[hidden\].{0,15}/su.exec(shown)?.[0] ?? ''
