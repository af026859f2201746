import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'

export type Level = NonNullable<ReviewInput['ratings'][number]['level']>

export interface LevelTicks {
  level: number
  /** In the order of their ids: the first one counts for more than the others. */
  indicators: readonly { id: string }[]
}

/**
 * The level that the ticks give, before the reviewer chooses one. `proposedLevel` in
 * worker/skills/rubric.ts is the same rule. Levels 3 and 4 need their first sign and all but one of
 * their others; level 4 also needs level 3. Level 2 needs its first sign, the first of level 3, or
 * any two. An older form counts level 2 like level 3 (`isFirstForm`).
 */
export function proposedLevel(levels: readonly LevelTicks[], ticked: readonly string[]): Level {
  const idsAt = (level: Level) =>
    levels.find((each) => each.level === level)?.indicators.map(({ id }) => id) ?? []
  const isSeen = (id: string | undefined) => id !== undefined && ticked.includes(id)
  const reached = (level: Level) => {
    const [first, ...others] = idsAt(level)
    return isSeen(first) && others.filter((id) => !isSeen(id)).length <= 1
  }
  if (reached(3)) return reached(4) ? 4 : 3
  if (isFirstForm(levels)) return reached(2) ? 2 : 1
  const seen = [...idsAt(2), ...idsAt(3), ...idsAt(4)].filter(isSeen)
  return seen.length >= 2 || isSeen(idsAt(2)[0]) || isSeen(idsAt(3)[0]) ? 2 : 1
}

/** Whether a rubric is of the older form, with signs at level 1: as in worker/skills/rubric.ts. */
export function isFirstForm(levels: readonly LevelTicks[]): boolean {
  return levels.some(({ level, indicators }) => level === 1 && indicators.length > 0)
}
