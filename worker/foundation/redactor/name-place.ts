import { isWord, type Token } from './searched-text.ts'

/** What the language of a text says about its words. */
export interface Place {
  language: string
  common: ReadonlySet<string>
  /** Words with a capital wherever they stand: months and days in English. */
  capitals: ReadonlySet<string>
}

const sentenceEnd = /^[.!?…:;\u2022\n"“„«‹¿¡()[\]–—-]$/u

/**
 * Whether a word has one capital at its head, and whether that proves a name: it stands inside a
 * sentence, the language writes common nouns small, and the text is not shouted.
 */
export function placeIn(tokens: readonly Token[], index: number, place: Place) {
  const text = tokens[index]?.text ?? ''
  const hasCapital = /^\p{Lu}/u.test(text)
  const provesNothing = place.language === 'de' || place.capitals.has(text.toLowerCase())
  const isTitle = hasCapital && text !== text.toUpperCase()
  return { hasCapital, isInside: isTitle && !provesNothing && follows(tokens, index) }
}

/** Behind a word or a comma of the same line. */
function follows(tokens: readonly Token[], index: number): boolean {
  const space = tokens[index - 1]
  if (space?.kind !== 'space' || space.text.includes('\n')) return false
  const before = tokens[index - 2]
  if (!before || sentenceEnd.test(before.text)) return false
  return before.text === ',' || isWord(before)
}
