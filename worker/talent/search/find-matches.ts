import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { skillIds } from '../../skills/skill.ts'
import { fitsOpening, isLive, isVisibleTo } from '../eligibility/find-visible.ts'
import { shuffleModulus } from '../eligibility/shuffle.ts'

/** A search of an employer as one row `(opening_id, criteria)`: just typed, or a row of `searches`. */
export interface Asked {
  employerId: string
  row: SQL
}

export function asTyped(employerId: string, openingId: string, criteria: string): Asked {
  return { employerId, row: sql`SELECT ${openingId} AS opening_id, ${criteria} AS criteria` }
}

const everySkill = JSON.stringify(skillIds.map((skill) => ({ skill, minimumLevel: 1 })))

/**
 * Tables for a statement's WITH: `asked`, and `matches(student_id, shuffle_key)`, everybody who meets
 * all criteria. First who has the badges, read off their index; then, once a person, all the rest.
 * CROSS JOIN keeps that order. "All" wants as many skills as are named.
 */
export function withMatches(call: Call, { employerId, row }: Asked): SQL {
  return sql`
    searched AS (${row}),
    asked AS MATERIALIZED (
      SELECT opening_id, COALESCE(criteria -> '$.skills.of', ${everySkill}) AS skills,
        CASE criteria ->> '$.skills.match' WHEN 'all' THEN json_array_length(criteria, '$.skills.of')
          ELSE 1 END AS wanted_skills,
        COALESCE(criteria ->> 'mentorReviewed', 0) AS mentor_reviewed,
        criteria -> 'regions' AS regions, COALESCE(criteria ->> 'remote', 0) AS remote
      FROM searched),
    earners AS (
      SELECT vc.shuffle_key
      FROM asked CROSS JOIN json_each(asked.skills) wanted
      CROSS JOIN visible_credentials vc ON vc.skill = wanted.value ->> 'skill'
        AND vc.level >= wanted.value ->> 'minimumLevel' AND vc.mentor_reviewed >= asked.mentor_reviewed
      CROSS JOIN credentials live ON live.id = vc.credential_id
      WHERE ${isLive(call)}
      GROUP BY vc.shuffle_key HAVING count(DISTINCT vc.skill) >= (SELECT wanted_skills FROM asked)),
    matches AS MATERIALIZED (
      SELECT v.student_id, v.shuffle_key
      FROM earners CROSS JOIN visibilities v ON v.shuffle_key = earners.shuffle_key
      CROSS JOIN asked CROSS JOIN opening_versions o ON o.opening_id = asked.opening_id AND o.state = 'approved'
      WHERE ${fitsOpening} AND ${isInReach} AND ${isVisibleTo(call, employerId)})`
}

/** Regions and remote: with both, either is enough. A code meets itself, its country and its parts. */
const isInReach = sql`((asked.regions IS NULL AND asked.remote = 0)
  OR (asked.remote = 1 AND v.remote = 1)
  OR EXISTS (SELECT 1 FROM json_each(asked.regions) theirs, json_each(v.regions) mine
    WHERE mine.value = theirs.value OR mine.value = substr(theirs.value, 1, 2)
      OR substr(mine.value, 1, 2) = theirs.value))`

/**
 * The day's place of a key, after shuffle.ts, over the one row of `shuffle` (`shuffleOf`): the rank
 * of its segment, then the place within it. Products stay under 2^62, so SQLite counts them exactly.
 */
export const rankOf = (key: SQL): SQL => sql`((shuffle.rank_factor
  * ((((${key} + shuffle.key_shift) % ${p}) * shuffle.segments) / ${p}) + shuffle.rank_shift) % shuffle.segments)`
export const withinOf = (key: SQL): SQL =>
  sql`((${key} * shuffle.key_factor + shuffle.place_shift) % ${p})`

/** The row they read, from a `Shuffle` as JSON. A and a, B and b would be one column to SQLite. */
export const shuffleOf = (order: SQL): SQL => sql`
  SELECT ${order} ->> 'segments' AS segments, ${order} ->> 'A' AS rank_factor, ${order} ->> 'B' AS rank_shift,
    ${order} ->> 'c' AS key_shift, ${order} ->> 'a' AS key_factor, ${order} ->> 'b' AS place_shift`

// Bound as a double otherwise, and a double cannot hold the products.
const p = sql`CAST(${shuffleModulus} AS INTEGER)`

export interface FacetRow {
  facet: 'total' | 'skill' | 'level' | 'region' | 'flag'
  value: string
  n: number
}

/** Badges that count, to be grouped by; a badge whose term is over counts nowhere. */
const liveBadges = (call: Call): SQL => sql`matches JOIN visible_credentials vc USING (student_id)
  JOIN credentials live ON live.id = vc.credential_id AND ${isLive(call)}`

/** How many match, in all and by what they have switched on; exact, to be blurred before it is said. */
export function countMatches(call: Call, asked: Asked) {
  return call.db.all<FacetRow>(sql`
    WITH ${withMatches(call, asked)}
    SELECT 'total' AS facet, '' AS value, count(*) AS n FROM matches
    UNION ALL SELECT 'skill', vc.skill, count(DISTINCT vc.student_id)
      FROM ${liveBadges(call)} GROUP BY vc.skill
    UNION ALL SELECT 'level', step.value, count(DISTINCT vc.student_id)
      FROM ${liveBadges(call)} JOIN json_each('["3","4"]') step ON vc.level >= CAST(step.value AS INTEGER) GROUP BY step.value
    UNION ALL SELECT 'region', region.value, count(*)
      FROM matches JOIN visibilities v USING (student_id), json_each(v.regions) region GROUP BY region.value
    UNION ALL SELECT 'flag', flag.value, count(*)
      FROM matches JOIN visibilities v USING (student_id), json_each('["remote","mentorReviewed"]') flag
      WHERE CASE flag.value WHEN 'remote' THEN v.remote ELSE EXISTS (SELECT 1 FROM visible_credentials vc
        JOIN credentials live ON live.id = vc.credential_id
        WHERE vc.student_id = v.student_id AND vc.mentor_reviewed = 1 AND ${isLive(call)}) END
      GROUP BY flag.value`)
}
