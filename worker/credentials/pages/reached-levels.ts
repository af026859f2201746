import type { Level } from '../achievement/achievement.ts'
import { asLevel } from './level-bar.ts'
import type { OpenBadge } from '../document/open-badge.ts'

export interface ReachedLevel {
  criterion: string
  level: Level
  /** One sentence per level, the lowest first. */
  levels: { level: Level; words: string }[]
}

/** The level reached in each criterion, read from the document. Leaves out the overall level. */
export function reachedLevels({ credentialSubject }: OpenBadge): ReachedLevel[] {
  const { achievement, result } = credentialSubject
  return achievement.resultDescription.slice(1).flatMap(({ id, name, rubricCriterionLevel }) => {
    const achieved = result.find(({ resultDescription }) => resultDescription === id)?.achievedLevel
    const reached = rubricCriterionLevel.find((level) => level.id === achieved)
    if (!reached) return []
    const levels = rubricCriterionLevel.map(({ level, description = '' }) => ({
      level: asLevel(level),
      words: description.split('\n')[0] ?? '',
    }))
    return [{ criterion: name, level: asLevel(reached.level), levels }]
  })
}
