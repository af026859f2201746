import type { Problem } from '../../foundation/call/problem.ts'
import { type Attempt, mayStartAgainAt, mostOpenInSkill } from './attempt.ts'
import { attemptOpen, attemptTooEarly } from '../problems.ts'

type Earlier = Pick<Attempt, 'id' | 'challengeId' | 'skill' | 'state' | 'endedAt'>

/** Why this challenge cannot be started now, given all attempts of the student, or undefined. */
export function whyNotStart(
  challenge: { id: string; skill: string },
  earlier: readonly Earlier[],
  now: Date,
): Problem | undefined {
  const open = earlier.filter(({ skill, state }) => state === 'open' && skill === challenge.skill)
  const same = open.find(({ challengeId }) => challengeId === challenge.id)
  if (same) return attemptOpen('Continue it.', { attemptId: same.id })
  if (open.length >= mostOpenInSkill) {
    const attemptIds = open.map(({ id }) => id)
    return attemptOpen('Two are open in this skill. Hand in one of them first.', { attemptIds })
  }
  const again = earlier
    .filter(({ challengeId }) => challengeId === challenge.id)
    .flatMap((attempt) => mayStartAgainAt(attempt) ?? [])
    .filter((at) => at > now)
    .toSorted((one, other) => other.getTime() - one.getTime())[0]
  return again && attemptTooEarly(undefined, { againAt: again.toISOString() })
}
