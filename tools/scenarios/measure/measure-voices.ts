import { meanLevel } from '../lint/surface.ts'
import type { Measure, Measured } from './measured.ts'

const voices = ['polished', 'plain', 'clumsy'] as const
const cut = 2.5

export function measureVoices(measured: readonly Measured[]): Measure {
  const items = measured.flatMap(({ read }) => read.calibration.content)
  return {
    title: 'Voice and level',
    means: `How the example answers of all challenges sound, and how good they are. "weak" has a mean level under ${cut}, "strong" over ${cut}. \`check\` asks each challenge for a polished answer that is weak and a clumsy one that is strong.`,
    columns: ['voice', 'answers', 'mean level', 'weak', 'strong'],
    rows: voices.map((voice) => {
      const levels = items.filter((item) => item.voice === voice).map(meanLevel)
      const mean = levels.reduce((sum, level) => sum + level, 0) / Math.max(1, levels.length)
      return {
        cells: [
          voice,
          String(levels.length),
          mean.toFixed(2),
          String(levels.filter((level) => level < cut).length),
          String(levels.filter((level) => level > cut).length),
        ],
      }
    }),
  }
}
