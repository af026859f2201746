import type { SignsSeen } from '../../scoring/result/find-signs-seen.ts'
import { seenSigns } from '../../scoring/result/signs.ts'
import { type Rubric, levels as levelNumbers } from '../../skills/rubric.ts'

/** What a badge was judged by, with the rubric in the version used. */
export interface Judgement {
  rubric: Rubric
  /** The level of each criterion, in the rubric's order. */
  levels: readonly number[]
  signs: SignsSeen
}

/**
 * Each criterion with the level reached, the words for it and the signs seen, in the rubric's
 * order. The badge's public page shows the same names and words. Contains no text written by a
 * reviewer.
 */
export function criteriaOf({ rubric, levels, signs }: Judgement) {
  return rubric.criteria.flatMap((criterion, index) => {
    const level = levelNumbers.find((number) => number === levels[index])
    if (!level) return []
    const { competency, name, levels: texts } = criterion
    const seen = seenSigns(criterion, new Set(signs[competency]))
    return [{ name, level, words: texts[level].words, signs: seen.map(({ words }) => words) }]
  })
}
