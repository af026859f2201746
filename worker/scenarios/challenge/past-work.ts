import { type SQL, sql } from 'drizzle-orm'

/**
 * SQL: whether a challenge, by its id, is for accounts of past work. Peers never judge these, and
 * nobody owes reviews for one.
 */
export function isForPastWork(challengeId: SQL): SQL<number> {
  return sql<number>`EXISTS (SELECT 1 FROM challenges past_work
    WHERE past_work.id = ${challengeId} AND past_work.kind = 'prior-learning')`
}

/** SQL on `challenges`: those that tell a story, which students play. */
export const isScenario = sql`challenges.kind = 'scenario'`
