import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Standing } from './owed.ts'
import { type Released, releasesReadDays } from './release-limits.ts'
import type { Reviewer } from './reviewer.ts'

interface StandingRow {
  live_claim: string | null
  given: number
  owed: number
  last: number | null
}

interface ReleasedRow {
  at: number
  reason: Released['reason']
}

/** Two queries for a batch; `readStanding` takes their rows. */
export function standingOf({ db, now }: Call, { id }: Reviewer) {
  const since = now.getTime() - releasesReadDays * 86_400_000
  return [
    // The reviewer's claims are read once for both numbers.
    db.all<StandingRow>(sql`SELECT
      (SELECT id FROM claims WHERE reviewer_id = ${id} AND ended_at IS NULL) AS live_claim,
      ${owedBy(sql`${id}`)} AS owed, given, last
      FROM (SELECT count(*) FILTER (WHERE role = 'peer') AS given, max(ended_at) AS last
        FROM claims WHERE reviewer_id = ${id} AND end_reason = 'submitted')`),
    // An undo releases a claim that the reviewer did not want to give back, so it does not count.
    db.all<ReleasedRow>(sql`
      SELECT ended_at AS at, release_reason AS reason FROM claims
      WHERE reviewer_id = ${id} AND end_reason = 'released' AND ended_at > ${since}
        AND release_reason <> 'undo' ORDER BY ended_at DESC LIMIT 20`),
  ] as const
}

export function readStanding(
  [row]: readonly StandingRow[],
  released: readonly ReleasedRow[],
): { standing: Standing; liveClaimId: string | undefined } {
  const last = row?.last ?? null
  return {
    liveClaimId: row?.live_claim ?? undefined,
    standing: {
      given: row?.given ?? 0,
      owed: row?.owed ?? 0,
      lastHandedInAt: last === null ? undefined : new Date(last),
      released: released.map(({ at, reason }) => ({ at: new Date(at), reason })),
    },
  }
}

/** SQL: how many reviews a student has handed in as a peer, including surplus ones. */
export function givenBy(student: SQL): SQL {
  return sql`(SELECT count(*) FROM claims
    WHERE reviewer_id = ${student} AND role = 'peer' AND end_reason = 'submitted')`
}

/**
 * `reviewsOwed` of scenarios, in SQL and over all challenges: five for the first hand-in in each,
 * then three. Nothing is owed for an account of past work.
 */
export function owedBy(student: SQL): SQL {
  return sql`(SELECT coalesce(sum(2 + 3 * hand_ins), 0) FROM (
    SELECT count(*) AS hand_ins FROM submissions
    WHERE student_id = ${student} AND kind = 'attempt' GROUP BY challenge_id))`
}
