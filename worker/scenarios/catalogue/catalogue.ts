import { levels, type Rubric, signsAt } from '../../skills/rubric.ts'
import { skills } from '../../skills/skill.ts'
import type { Challenge } from '../challenge/challenge.ts'
import { reviewsOwed } from './reviews-owed.ts'

/**
 * How many people review a submission: in pilot two peers and a mentor at first, else three peers;
 * then, while a criterion is open, one more at a time up to the most.
 */
export const judgingIn = (pilot: boolean) => ({
  peersAtFirst: pilot ? 2 : 3,
  mentorsAtFirst: pilot ? 1 : 0,
  peersAtMost: 5,
  mentorsAtMost: 2,
})

/** How many days after submission the challenge may be taken again. */
export const againAfterDays = 30

/** About how long somebody's first review of a challenge takes. A test compares texts with it. */
export const firstReviewMinutes = 10

/** About how long a later review takes. */
export const minutesPerReview = 4

/**
 * About how many minutes `count` reviews take somebody who has given `given` before. Every page
 * that adds up minutes asks here. More than 15 are rounded to five.
 */
export function minutesForReviews(count: number, given = 0): number {
  if (count === 0) return 0
  const minutes =
    count * minutesPerReview + (given === 0 ? firstReviewMinutes - minutesPerReview : 0)
  return minutes > 15 ? Math.round(minutes / 5) * 5 : minutes
}

/** The public part of a challenge: no key, no story, no example answers. */
export function cataloguePage(challenge: Challenge, hash: string, rubric: Rubric, pilot = true) {
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
    pilot,
    judging: judgingIn(pilot),
    /** All that the challenge costs in time, shown before the start. */
    price: {
      minutesToPlay: minutes,
      reviewsOwed: reviewsOwed(1),
      reviewMinutes: minutesForReviews(reviewsOwed(1)),
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
