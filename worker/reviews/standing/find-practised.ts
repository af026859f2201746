import { type SQL, sql } from 'drizzle-orm'

/** How many practice answers of a challenge somebody has judged. */
export function practisedBy(accountId: string | SQL, challengeId: SQL): SQL {
  return sql`(SELECT count(*) FROM practice_results
    WHERE account_id = ${accountId} AND challenge_id = ${challengeId})`
}
