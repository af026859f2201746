import { ApiError } from '../../lib/http/problem.ts'
import { daysAfter } from '../days-after.ts'

interface Attempt {
  id: string
  challengeId: string
  skill: string
  state: 'open' | 'handed-in' | 'closed' | 'lapsed'
  /** ISO time. */
  endedAt: string | null
}

interface Challenge {
  id: string
  skill: string
  price: { againAfterDays: number }
}

const mostOpenInSkill = 2

/**
 * How the Worker would refuse to start this challenge now, judged by the student's own attempts.
 * The same rule as `worker/attempts/attempt/why-not-start.ts`, shown in advance. Undefined if
 * nothing is known against it.
 */
export function refusalToBegin(
  challenge: Challenge,
  attempts: readonly Attempt[],
  now: Date,
): ApiError | undefined {
  const same = attempts.filter(({ challengeId }) => challengeId === challenge.id)
  const open = attempts.filter(({ state, skill }) => state === 'open' && skill === challenge.skill)
  const mine = open.find((attempt) => same.includes(attempt))
  if (mine) return refusal('attempt-open', { attemptId: mine.id })
  if (open.length >= mostOpenInSkill) {
    return refusal('attempt-open', { attemptIds: open.map(({ id }) => id) })
  }
  const [last] = same
    .flatMap(({ id, state, endedAt }) =>
      state !== 'lapsed' && endedAt
        ? [{ id, againAt: daysAfter(new Date(endedAt), challenge.price.againAfterDays) }]
        : [],
    )
    .filter(({ againAt }) => againAt > now)
    .toSorted((one, other) => other.againAt.getTime() - one.againAt.getTime())
  return (
    last && refusal('attempt-too-early', { againAt: last.againAt.toISOString(), resultOf: last.id })
  )
}

const refusal = (type: string, members: Record<string, unknown>) =>
  new ApiError({ type: `/problems/${type}`, title: '', status: 409, ...members })
