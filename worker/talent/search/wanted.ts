import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { skillIds } from '../../skills/skill.ts'
import { fitsOpening, isLive, isVisibleTo } from '../eligibility/find-visible.ts'

/** An employer's search as one row `(opening_id, criteria)`: new input, or a row of `searches`. */
export interface Asked {
  employerId: string
  row: SQL
}

export function asTyped(employerId: string, openingId: string, criteria: string): Asked {
  return { employerId, row: sql`SELECT ${openingId} AS opening_id, ${criteria} AS criteria` }
}

const everySkill = JSON.stringify(skillIds.map((skill) => ({ skill, minimumLevel: 1 })))

/**
 * Tables for a statement's WITH: `asked` (one row) and `wanted`, its skills. Without named skills,
 * every skill at any level. "All" needs as many skills as are named.
 */
export function withAsked({ row }: Asked): SQL {
  return sql`
    searched AS (${row}),
    asked AS MATERIALIZED (
      SELECT opening_id, COALESCE(criteria -> '$.skills.of', ${everySkill}) AS skills,
        CASE criteria ->> '$.skills.match' WHEN 'all' THEN json_array_length(criteria, '$.skills.of')
          ELSE 1 END AS wanted_skills,
        COALESCE(criteria ->> 'mentorReviewed', 0) AS mentor_reviewed,
        criteria -> 'regions' AS regions, COALESCE(criteria ->> 'remote', 0) AS remote
      FROM searched),
    wanted AS MATERIALIZED (
      SELECT each.value ->> 'skill' AS skill, each.value ->> 'minimumLevel' AS level
      FROM asked, json_each(asked.skills) each)`
}

/** SQL: whether a row of `visible_credentials` as `vc` fits `asked` and a row of `wanted`. */
export const isWanted = sql`vc.skill = wanted.skill AND vc.level >= wanted.level
  AND vc.mentor_reviewed >= asked.mentor_reviewed`

/**
 * SQL: whether a student `v` meets everything but the badges: fits the opening's wording `o`, fits
 * the regions in `asked`, and may be shown to the employer.
 */
export function isMatch(call: Call, employerId: string): SQL {
  return sql`${fitsOpening} AND ${isInReach} AND ${isVisibleTo(call, employerId)}`
}

/** SQL: whether `v` has enough of the wanted badges that are live now. */
export function hasWanted(call: Call): SQL {
  return sql`(SELECT count(DISTINCT vc.skill) FROM wanted CROSS JOIN visible_credentials vc
      ON vc.shuffle_key = v.shuffle_key AND ${isWanted}
    CROSS JOIN credentials live ON live.id = vc.credential_id
    WHERE ${isLive(call)}) >= asked.wanted_skills`
}

/**
 * SQL: whether `v` fits the regions or the remote work asked for; either is enough. A region
 * matches itself and its country, a country also its regions.
 */
const isInReach = sql`((asked.regions IS NULL AND asked.remote = 0)
  OR (asked.remote = 1 AND v.remote = 1)
  OR EXISTS (SELECT 1 FROM json_each(asked.regions) theirs, json_each(v.regions) mine
    WHERE mine.value = theirs.value OR mine.value = substr(theirs.value, 1, 2)
      OR substr(mine.value, 1, 2) = theirs.value))`
