import { type SQL, sql } from 'drizzle-orm'

interface InChallenge {
  student: SQL
  challengeId: SQL
}

/** SQL: how many reviews a student has handed in as a peer in one challenge. */
export function givenIn({ student, challengeId }: InChallenge): SQL<number> {
  return sql<number>`(SELECT count(*) FROM claims WHERE reviewer_id = ${student}
    AND challenge_id = ${challengeId} AND role = 'peer' AND end_reason = 'submitted')`
}

/**
 * SQL: `reviewsOwed` of scenarios for one challenge, for the hand-ins up to and including the one at
 * this time; without a time, for all.
 */
export function owedIn({ student, challengeId }: InChallenge, until?: SQL): SQL<number> {
  const isBefore = until ? sql`AND at <= ${until}` : sql``
  return sql<number>`(SELECT CASE count(*) WHEN 0 THEN 0 ELSE 2 + 3 * count(*) END
    FROM submissions WHERE student_id = ${student} AND challenge_id = ${challengeId} ${isBefore})`
}
