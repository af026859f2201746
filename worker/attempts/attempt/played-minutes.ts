import { type SQL, sql } from 'drizzle-orm'

const longestGapMs = 20 * 60_000
const leastAttempts = 20
const mostAttempts = 29

/**
 * Minutes somebody spent on an attempt, rounded: the gaps between its start, its turns and its
 * submission. Each gap counts as 20 minutes at most, because people take breaks.
 */
export function playedMinutes(times: readonly Date[]): number {
  const gaps = times.slice(1).map((time, index) => time.getTime() - (times[index]?.getTime() ?? 0))
  const played = gaps.reduce((sum, gap) => sum + Math.min(longestGapMs, Math.max(0, gap)), 0)
  return Math.round(played / 60_000)
}

/**
 * SQL: the median minutes, at least 1, of the latest 29 submitted attempts at a version; null if
 * there are fewer than 20. For an even number of attempts, the lower of the two in the middle.
 */
export function medianMinutes(versionHash: string): SQL {
  return sql`(SELECT max(1, minutes) FROM (
    SELECT minutes, row_number() OVER (ORDER BY minutes) AS place, count(*) OVER () AS total FROM (
      SELECT played_minutes AS minutes FROM attempts
      WHERE version_hash = ${versionHash} AND played_minutes IS NOT NULL
      ORDER BY ended_at DESC LIMIT ${mostAttempts}))
    WHERE total >= ${leastAttempts} AND place = (total + 1) / 2)`
}
