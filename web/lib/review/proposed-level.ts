import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'

export type Level = NonNullable<ReviewInput['ratings'][number]['level']>

export interface LevelTicks {
  level: number
  /** In order: the first one must be ticked. */
  indicators: readonly { id: string }[]
}

/**
 * The level that the rule proposes for the ticks (assessment.md §6), same as
 * worker/skills/rubric.ts: a level is reached if its first indicator is ticked and at most one of
 * its others is missing; 4 also needs 3; the highest reached counts, or 1 if none is.
 */
export function proposedLevel(levels: readonly LevelTicks[], ticked: readonly string[]): Level {
  const reached = (level: Level) => {
    const [first, ...others] = levels.find((each) => each.level === level)?.indicators ?? []
    if (!first || !ticked.includes(first.id)) return false
    return others.filter(({ id }) => !ticked.includes(id)).length <= 1
  }
  if (reached(3)) return reached(4) ? 4 : 3
  return reached(2) ? 2 : 1
}
