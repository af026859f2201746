import type { Challenge } from '../../scenarios/challenge/challenge.ts'
import type { Answers } from '../answers.ts'
import type { OwnAttempt } from '../attempt/find-own-attempt.ts'

type Revised = Pick<OwnAttempt, 'attempt' | 'challenge' | 'rounds' | 'submissions'>

/** The criteria that this round is about: all in the first, then those not proved before. */
export function criteriaOfRound({ attempt, challenge, rounds }: Revised): readonly string[] {
  const before = rounds.find(({ number }) => number === attempt.round - 1)
  return before ? before.openCriteria : challenge.competencies
}

/** Whether an answer can show one of these criteria, and so may change. */
export function isChangeable(
  { prompts }: Pick<Challenge, 'prompts'>,
  promptId: string,
  criteria: readonly string[],
): boolean {
  return (prompts[promptId]?.evidences ?? []).some((criterion) => criteria.includes(criterion))
}

/** The answers that stay as they were handed in, by prompt. Empty in a first round. */
export function settledAnswers(own: Revised): Answers {
  const before = own.submissions.find(({ round }) => round === own.attempt.round - 1)
  const criteria = criteriaOfRound(own)
  return Object.fromEntries(
    Object.entries(before?.answers ?? {}).filter(
      ([promptId]) => !isChangeable(own.challenge, promptId, criteria),
    ),
  )
}
