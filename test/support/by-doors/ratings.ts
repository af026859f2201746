import type { Json } from '../json.ts'
import { knownLevels } from './known-levels.ts'

/**
 * A rating for each criterion on a desk: level 3, or another level for some criteria. A hidden item
 * gets its known levels.
 */
export function ratingsFor(
  desk: Json,
  challengeId: string,
  levels: Readonly<Record<string, number>> = {},
) {
  const known = knownLevels(challengeId, JSON.stringify(desk).replaceAll('\\n', ' '))
  return desk.criteria.map(({ competency, levels: steps }: Criterion) => {
    const level = known?.[competency] ?? levels[competency] ?? 3
    const signs = level === 1 ? [] : (steps[level - 1]?.indicators.slice(0, 2) ?? [])
    return {
      criterion: competency,
      level,
      indicators: signs.map(({ id }) => id),
      reason: `For ${competency}, "thin books now, heavy ones at eleven" is what decides it here.`,
      // Only read where the ticks suggest a lower level.
      aboveSigns: `The list on the wall stands for the sign that nobody ticked in ${competency}.`,
    }
  })
}

interface Criterion {
  competency: string
  levels: { indicators: { id: string }[] }[]
}
