import { strongest, surfaceFigures, surfaceName } from '../lint/surface.ts'
import type { Measure, Measured } from './measured.ts'
import { past, signed } from './past.ts'

export function measureSurfaces(measured: readonly Measured[]): Measure {
  return {
    title: 'Surface of the example answers',
    means:
      'Do better example answers look better? The figure is the rank correlation (Spearman) between the mean level of an answer and something that can be counted in it. 0 means that the one tells nothing about the other. A skill with fewer than twelve answers is measured by those of all challenges.',
    bound: `from -${strongest} to +${strongest}`,
    columns: ['answers of', 'answers', 'what is counted', 'correlation'],
    rows: surfaceFigures(measured.map(({ read }) => read)).map((figure) => {
      const { of, folders, surface, answers, correlation } = figure
      const about = measured.filter(({ read }) => folders.includes(read))
      return {
        cells: [of, String(answers), surface, signed(correlation)],
        past: past(Math.abs(correlation) > strongest, about, {
          name: surfaceName(figure),
          problem: `Over ${answers} answers of ${of}, levels go with ${surface}: ${signed(correlation)}.`,
          cure: `Change answers so that ${surface} gives nothing away.`,
        }),
      }
    }),
  }
}
