import type { Measure, Measured } from './measured.ts'
import { past } from './past.ts'
import { linesOf } from './story-text.ts'
import { plainWordsOf } from '../walk/plain-words.ts'

const runLength = 5
const mostShared = 5
const shownRuns = 5

export function measureSharedRuns(measured: readonly Measured[]): Measure {
  const stories = measured.map((one) => ({
    one,
    inStory: runsOf(linesOf(one)),
    inAnswers: runsOf(answersOf(one)),
  }))
  const pairs = stories.flatMap((left, at) =>
    stories.slice(at + 1).map((right) => ({ left, right })),
  )
  return {
    title: 'Shared runs of words',
    means:
      'How many runs of five words stand in two stories, each counted once: passages, choices and asks. The last column counts them in the example answers, for which there is no bound.',
    bound: `at most ${mostShared} for two stories`,
    columns: ['two stories', 'shared runs', 'which', 'in the answers'],
    rows: pairs.map(({ left, right }) => {
      const shared = [...left.inStory.intersection(right.inStory)]
      const ids = `${left.one.id} and ${right.one.id}`
      const answers = left.inAnswers.intersection(right.inAnswers).size
      return {
        cells: [ids, String(shared.length), shared.slice(0, shownRuns).join('; '), String(answers)],
        past: past(shared.length > mostShared, [left.one, right.one], {
          name: `shared runs: ${ids}`,
          problem: `${ids} share ${shared.length} runs of ${runLength} words: ${shared.join('; ')}.`,
          cure: `Say it in other words in one of them, until at most ${mostShared} are left.`,
        }),
      }
    }),
  }
}

/** Every run of five words inside a line. */
export function runsOf(lines: readonly string[]): Set<string> {
  return new Set(
    lines.flatMap((line) => {
      const words = plainWordsOf(line.toLowerCase())
      return words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(' '))
    }),
  )
}

const answersOf = ({ read }: Measured) =>
  read.calibration.content.flatMap(({ answers }) => Object.values(answers))
