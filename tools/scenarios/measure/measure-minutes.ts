import { minutesTolerance } from '../lint/paths.ts'
import { medianMinutes } from '../walk/outline-story.ts'
import { readPaths } from '../walk/story-paths.ts'
import type { Measure, Measured } from './measured.ts'
import { past } from './past.ts'

export function measureMinutes(measured: readonly Measured[]): Measure {
  return {
    title: 'Minutes',
    means:
      'The minutes that a challenge says, and those of the formula: the words of the story on the middle way, by 150, and for each prompt 3 minutes and the least and most words together, by 40.',
    bound: `within ${minutesTolerance * 100} % of the formula`,
    columns: ['challenge', 'said', 'by the formula'],
    rows: measured.map((one) => {
      const { minutes, prompts } = one.read.challenge.content
      const expected = medianMinutes(readPaths(one.exploration), prompts) ?? 0
      return {
        cells: [one.id, String(minutes), expected.toFixed(1)],
        past: past(Math.abs(minutes - expected) > minutesTolerance * expected, [one], {
          name: 'minutes',
          problem: `${one.id} says ${minutes} minutes, and the formula ${expected.toFixed(1)}.`,
          cure: `Write ${expected.toFixed(0)}, or change the length of the story.`,
        }),
      }
    }),
  }
}
