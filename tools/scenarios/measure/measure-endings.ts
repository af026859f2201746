import { readPaths } from '../walk/story-paths.ts'
import type { Measure, Measured } from './measured.ts'
import { past, percent } from './past.ts'

const leastShare = 0.05

export function measureEndings(measured: readonly Measured[]): Measure {
  return {
    title: 'Endings',
    means: 'The share of all ways through a story that come to each ending. Each way counts once.',
    bound: `each ending has at least ${leastShare * 100} % of the ways`,
    columns: ['story', 'ways', 'ending', 'share'],
    rows: measured.flatMap((one) => endingsOf(one)),
  }
}

function endingsOf(one: Measured) {
  const { places, ways, waysTo } = readPaths(one.exploration)
  const endings = places.filter(({ screen }) => screen.ended).map(({ screen }) => screen.passageId)
  return [...new Set(endings)].map((ending) => {
    const share = waysTo(({ screen }) => screen.passageId === ending) / Math.max(1, ways)
    return {
      cells: [one.id, String(ways), ending, percent(share)],
      past: past(share < leastShare, [one], {
        name: `ending: ${ending}`,
        problem: `${one.id}: only ${percent(share)} of the ways come to ${ending}.`,
        cure: 'Lead more ways to it, or join it with another ending.',
      }),
    }
  })
}
