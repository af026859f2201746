import { describe, expect, it } from 'vitest'

import { readingFigures, sentencesOf } from '../../../tools/scenarios/walk/reading-age.ts'

describe('sentences', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['"Rye," says Ngozi. "Buns," says Mateo.', ['"Rye," says Ngozi.', '"Buns," says Mateo.']],
    ['"Why is this cold?" Ngozi asks.', ['"Why is this cold?"', 'Ngozi asks.']],
    ['The van leaves at 5:45 for 3.5 miles.', ['The van leaves at 5:45 for 3.5 miles.']],
    ['No stop at the end', ['No stop at the end']],
    ['…', []],
  ])('of %j', (line, sentences) => {
    expect(sentencesOf(line)).toEqual(sentences)
  })
})

describe('figures', () => {
  it('follow Flesch-Kincaid: 0.39 words a sentence, 11.8 syllables a word', () => {
    // 6 words, 2 sentences, 7 groups of vowels: the-cat-sat-on-an-apple is 1 1 1 1 1 2.
    const { words, sentences, score } = readingFigures(['The cat sat. On an apple.'], 'en')
    expect({ words, sentences }).toEqual({ words: 6, sentences: 2 })
    expect(score).toBeCloseTo(0.39 * 3 + 11.8 * (7 / 6) - 15.59, 6)
  })

  it('follow Fernández-Huerta in Spanish, accents aside', () => {
    // 4 words, 1 sentence, la-ca-sa-es-tá-cer-ca: la ca-sa es-tá cer-ca = 7.
    const { score } = readingFigures(['La casa está cerca.'], 'es')
    expect(score).toBeCloseTo(206.84 - 60 * (7 / 4) - 1.02 * 4, 6)
  })

  it('name the longest sentence', () => {
    const figures = readingFigures(['Short one here.', 'This one is a little longer.'], 'en')
    expect(figures).toMatchObject({
      longestSentence: 'This one is a little longer.',
      longestSentenceWords: 6,
      meanSentenceWords: 4.5,
    })
  })

  it('of nothing are nothing', () => {
    expect(readingFigures([], 'en')).toMatchObject({ words: 0, sentences: 0, longestSentence: '' })
  })
})
