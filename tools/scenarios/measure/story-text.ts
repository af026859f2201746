import { plainWordsOf } from '../walk/plain-words.ts'
import { sentencesOf } from '../walk/reading-age.ts'
import type { Measured } from './measured.ts'

/** Each distinct line that a student can meet in the story: passages, choices and asks. */
export function linesOf({ read, exploration }: Measured): string[] {
  const screens = exploration.places.map(({ screen }) => screen)
  const asks = Object.values(read.challenge.content.prompts).map(({ ask }) => ask)
  return [
    ...new Set([
      ...screens.flatMap(({ paragraphs }) => paragraphs),
      ...screens.flatMap(({ choices }) => choices.map(({ text }) => text)),
      ...asks,
    ]),
  ]
}

/**
 * Each distinct sentence. A line that varies with the path is several lines, and most of their
 * sentences are the same.
 */
export function distinctSentences(measured: Measured): string[] {
  return [...new Set(linesOf(measured).flatMap(sentencesOf))]
}

/** "Ines's" is "ines". */
export const baseOf = (word: string) => (word.split("'")[0] ?? '').toLowerCase()

/**
 * Words that have a capital wherever they stand, at least once inside a sentence. After a quotation
 * mark or a colon a capital says nothing, because a sentence may begin there.
 */
export function namesIn(sentences: readonly string[]): Set<string> {
  const words = sentences.flatMap(plainWordsOf)
  const small = new Set(words.filter((word) => /^\p{Ll}/u.test(word)).map(baseOf))
  const capital = sentences.flatMap(
    (sentence) => sentence.match(/(?<=[\p{L}\p{N},;] )\p{Lu}\p{L}*/gu) ?? [],
  )
  return new Set(capital.map(baseOf).filter((word) => !small.has(word)))
}
