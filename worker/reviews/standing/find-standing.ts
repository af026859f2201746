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
  /** JSON: time and reason of each claim given back lately. */
  released: string
}

/** Claims given back that are looked at: the latest. */
const mostReleased = 20

/** A query for a batch; `readStanding` takes its row. The reviewer's claims are read once. */
export function standingOf({ db, now }: Call, { id }: Reviewer) {
  const since = now.getTime() - releasesReadDays * 86_400_000
  // An undo releases a claim that the reviewer did not want to give back, so it does not count.
  return db.all<StandingRow>(sql`SELECT max(id) FILTER (WHERE ended_at IS NULL) AS live_claim,
      count(*) FILTER (WHERE role = 'peer' AND end_reason = 'submitted') AS given,
      ${owedBy(sql`${id}`)} AS owed,
      max(ended_at) FILTER (WHERE end_reason = 'submitted') AS last,
      json_group_array(json_array(ended_at, release_reason)) FILTER (WHERE end_reason = 'released'
        AND ended_at > ${since} AND release_reason <> 'undo') AS released
    FROM claims WHERE reviewer_id = ${id}`)
}

export function readStanding([row]: readonly StandingRow[]): {
  standing: Standing
  liveClaimId: string | undefined
} {
  const last = row?.last ?? null
  const released: [number, Released['reason']][] = JSON.parse(row?.released ?? '[]')
  return {
    liveClaimId: row?.live_claim ?? undefined,
    standing: {
      given: row?.given ?? 0,
      owed: row?.owed ?? 0,
      lastHandedInAt: last === null ? undefined : new Date(last),
      released: released
        .map(([at, reason]) => ({ at: new Date(at), reason }))
        .toSorted((one, other) => other.at.getTime() - one.at.getTime())
        .slice(0, mostReleased),
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
 * then three.
 */
export function owedBy(student: SQL): SQL {
  return sql`(SELECT coalesce(sum(2 + 3 * hand_ins), 0) FROM (
    SELECT count(*) AS hand_ins FROM submissions WHERE student_id = ${student} GROUP BY challenge_id))`
}
