import { type SQL, sql } from 'drizzle-orm'

import { type Attempt, closesAt } from './attempt.ts'

export const mostRounds = 3

interface ClosedRound {
  state: 'open' | 'closed'
  number: number
  /** The criteria that were not proved when the round closed. */
  openCriteria: readonly string[]
  /** From when its author could read the comments; null before that. */
  readableAt: Date | null
}

/**
 * SQL: from when the author can read the comments of a round; NULL before that, also while they
 * wait for reviews that the author owes. `round` is the name of a row of `rounds` in the query.
 */
export const readableAt = (round: SQL): SQL<number | null> => sql`(
  SELECT CASE WHEN waits.submission_id IS NULL THEN ${round}.closed_at ELSE waits.opened_at END
  FROM submissions own LEFT JOIN delayed_results waits ON waits.submission_id = own.id
  WHERE own.attempt_id = ${round}.attempt_id AND own.round = ${round}.number)`

/**
 * Until when the next round must be handed in: the end of the thirtieth day, in the student's zone,
 * after the comments of this round could be read. Undefined if it has no next round.
 */
export function reviseUntil(round: ClosedRound, zone: string): Date | undefined {
  const { state, number, openCriteria, readableAt: since } = round
  if (state !== 'closed' || since === null) return undefined
  if (number >= mostRounds || openCriteria.length === 0) return undefined
  return closesAt(since, zone)
}

/** Whether another attempt at the same challenge was started after this one. */
export function hasLater(
  attempt: Pick<Attempt, 'id' | 'challengeId' | 'startedAt'>,
  all: readonly Pick<Attempt, 'id' | 'challengeId' | 'startedAt'>[],
): boolean {
  return all.some(
    (other) =>
      other.id !== attempt.id &&
      other.challengeId === attempt.challengeId &&
      other.startedAt > attempt.startedAt,
  )
}
