/** How hard a text is to read. */
export interface ReadingFigures {
  words: number
  sentences: number
  meanSentenceWords: number
  longestSentence: string
  longestSentenceWords: number
  /** `en`: Flesch-Kincaid grade, higher is harder. `es`: Fernández-Huerta, lower is harder. */
  score: number
}

/**
 * Sentences end at `.!?` and at line ends; syllables are groups of vowels.
 * Flesch-Kincaid grade: Kincaid et al. 1975, 0.39 words/sentence + 11.8 syllables/word - 15.59.
 * Fernández-Huerta 1959, as corrected: 206.84 - 60 syllables/word - 1.02 words/sentence.
 */
export function readingFigures(lines: readonly string[], language: 'en' | 'es'): ReadingFigures {
  const sentences = lines.flatMap(sentencesOf)
  const lengths = sentences.map((sentence) => wordsOf(sentence).length)
  const words = sum(lengths)
  const syllables = sum(sentences.flatMap(wordsOf).map(syllablesOf))
  const perSentence = words / Math.max(1, sentences.length)
  const perWord = syllables / Math.max(1, words)
  const longest = lengths.indexOf(Math.max(...lengths))
  return {
    words,
    sentences: sentences.length,
    meanSentenceWords: perSentence,
    longestSentence: sentences[longest] ?? '',
    longestSentenceWords: lengths[longest] ?? 0,
    score:
      language === 'es'
        ? 206.84 - 60 * perWord - 1.02 * perSentence
        : 0.39 * perSentence + 11.8 * perWord - 15.59,
  }
}

/**
 * A full stop, with the quotes and brackets that follow it, ends a sentence only before a space or
 * the line's end: not in 5.45.
 */
export function sentencesOf(line: string): string[] {
  return line
    .split(/(?=\s|$)(?<=[.!?]["'”’)\]]*)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)
}

/** Splits at white space; a part without a letter or digit is no word. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function syllablesOf(word: string): number {
  const plain = word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 0)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
