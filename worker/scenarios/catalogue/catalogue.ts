import { levels, type Rubric, signsAt } from '../../skills/rubric.ts'
import { skills } from '../../skills/skill.ts'
import type { Challenge } from '../challenge/challenge.ts'

/**
 * How many people review a submission: two peers and a mentor at first, then, while a criterion is
 * open, one more at a time up to the most.
 */
export const judging = {
  peersAtFirst: 2,
  mentorsAtFirst: 1,
  peersAtMost: 5,
  mentorsAtMost: 2,
} as const

/** How many days after submission the challenge may be taken again. */
export const againAfterDays = 30

const reviewsOwed = 5

/** About how long one review takes. A test checks that texts which name it agree. */
export const minutesPerReview = 4

/** The public part of a challenge: no key, no story, no example answers. */
export function cataloguePage(challenge: Challenge, hash: string, rubric: Rubric) {
  const { id, title, summary, setting, skill, minutes, difficulty, language } = challenge
  const { author, reviewedBy = null, licence, decideWithinDays, prompts } = challenge
  return {
    id,
    title,
    summary,
    setting,
    skill,
    skillName: skills[skill].name,
    minutes,
    difficulty,
    language,
    promptCount: Object.keys(prompts).length,
    author,
    reviewedBy,
    licence,
    version: hash.slice(0, 6),
    decideWithinDays,
    judging,
    /** All that the challenge costs in time, shown before the start. */
    price: {
      minutesToPlay: minutes,
      reviewsOwed,
      reviewMinutes: reviewsOwed * minutesPerReview,
      daysToDecision: decideWithinDays,
      againAfterDays,
    },
    rubric: rubricInWords(rubric),
  }
}

export type CataloguePage = ReturnType<typeof cataloguePage>

/** The public form of a rubric. */
export function rubricInWords({ name, description, criteria }: Rubric) {
  return {
    name,
    description,
    criteria: criteria.map((criterion) => ({
      competency: criterion.competency,
      name: criterion.name,
      description: criterion.description,
      levels: levels.map((level) => ({
        level,
        words: criterion.levels[level].words,
        indicators: signsAt(criterion, level).map(({ words }) => words),
        limits: criterion.levels[level].limits ?? [],
      })),
    })),
  }
}

export type RubricInWords = ReturnType<typeof rubricInWords>
