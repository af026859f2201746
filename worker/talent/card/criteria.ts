import type { Rubric } from '../../skills/rubric.ts'
import { type Level, indicatorIds, levels as levelNumbers } from '../../skills/rubric.ts'
import type { SignsSeen } from '../../scoring/find-signs-seen.ts'

/** What a badge was judged by, as its rubric stood. */
export interface Judgement {
  rubric: Rubric
  /** The level of each criterion, in the rubric's order. */
  levels: readonly number[]
  signs: SignsSeen
}

/**
 * Each criterion with the level reached, its words and the signs that reviewers saw, in the order of the
 * rubric. The badge's own page says the same name and words. Nothing here was written by a reviewer.
 */
export function criteriaOf({ rubric, levels, signs }: Judgement) {
  return rubric.criteria.flatMap(({ competency, name, levels: texts }, index) => {
    const level = levelNumbers.find((number) => number === levels[index])
    if (!level) return []
    const seen = signs[competency] ?? []
    return [{ name, level, words: texts[level].words, signs: wordsOf(texts, seen) }]
  })
}

function wordsOf(texts: Rubric['criteria'][number]['levels'], seen: readonly string[]): string[] {
  return levelNumbers.flatMap((level: Level) =>
    indicatorIds({ levels: texts }, level)
      .filter((id) => seen.includes(id))
      .map((id) => texts[level].indicators[id] ?? ''),
  )
}
