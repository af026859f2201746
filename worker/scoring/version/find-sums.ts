import { sql } from 'drizzle-orm'

import type { Db } from '../../foundation/call/db.ts'
import { isSetAside } from '../../reviews/standing/set-aside.ts'
import type { Sums } from '../agreement/one-way.ts'

interface Row {
  criterion: string
  groups: number
  ratings: number
  squared_sizes: number
  means: number
  levels: number
  squared_levels: number
  squared_groups: number
}

export interface Version {
  hash: string
  challengeId: string
}

/** Older submissions add nothing by then: the limits of the prior are reached long before. */
const mostSubmissions = 2_000

/**
 * The peers' ratings of a version by criterion, added up: of round-1 submissions with two or more
 * ratings by reviewers who are not set aside. The database adds, so that no rating is sent here.
 */
export async function findSums(
  db: Db,
  { hash, challengeId }: Version,
  now: Date,
): Promise<Map<string, Sums>> {
  const rows = await db.all<Row>(sql`
    WITH latest AS MATERIALIZED (
      SELECT id FROM submissions
      WHERE challenge_id = ${challengeId} AND version_hash = ${hash} AND round = 1
      ORDER BY at DESC LIMIT ${mostSubmissions}),
    judged AS (
      SELECT latest.id, g.criterion, count(*) AS k, sum(g.level) AS total,
        sum(g.level * g.level) AS squares
      FROM latest CROSS JOIN reviews r ON r.submission_id = latest.id AND r.role = 'peer'
        AND r.withdrawn_at IS NULL AND r.effective_at <= ${now.getTime()}
        AND NOT ${isSetAside(sql`r.reviewer_id`)}
      CROSS JOIN ratings g ON g.review_id = r.id
      GROUP BY latest.id, g.criterion HAVING count(*) >= 2)
    SELECT criterion, count(*) AS groups, sum(k) AS ratings, sum(k * k) AS squared_sizes,
      sum(1.0 * total / k) AS means, sum(total) AS levels, sum(squares) AS squared_levels,
      sum(1.0 * total * total / k) AS squared_groups
    FROM judged GROUP BY criterion`)
  return new Map(rows.map((row) => [row.criterion, sumsOfRow(row)]))
}

function sumsOfRow(row: Row): Sums {
  return {
    groups: row.groups,
    ratings: row.ratings,
    squaredSizes: row.squared_sizes,
    means: row.means,
    levels: row.levels,
    squaredLevels: row.squared_levels,
    squaredGroups: row.squared_groups,
  }
}
