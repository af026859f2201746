import { isWord, type Token } from './searched-text.ts'

/** What the redactor knows about the words of a text's language. */
export interface Place {
  language: string
  common: ReadonlySet<string>
  /** Words that always have a capital: months and days in English. */
  capitals: ReadonlySet<string>
}

const sentenceEnd = /^[.!?…:;\u2022\n"“„«‹¿¡()[\]–—-]$/u

/**
 * Whether a word begins with a capital, and whether the capital shows that it is a name: the word
 * is inside a sentence and not all capitals, and the language does not capitalise common nouns.
 */
export function placeIn(tokens: readonly Token[], index: number, place: Place) {
  const text = tokens[index]?.text ?? ''
  const hasCapital = /^\p{Lu}/u.test(text)
  const provesNothing = place.language === 'de' || place.capitals.has(text.toLowerCase())
  const isTitle = hasCapital && text !== text.toUpperCase()
  return { hasCapital, isInside: isTitle && !provesNothing && follows(tokens, index) }
}

/** True right after a word or a comma on the same line. */
function follows(tokens: readonly Token[], index: number): boolean {
  const space = tokens[index - 1]
  if (space?.kind !== 'space' || space.text.includes('\n')) return false
  const before = tokens[index - 2]
  if (!before || sentenceEnd.test(before.text)) return false
  return before.text === ',' || isWord(before)
}
