import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { isLive } from '../eligibility/find-visible.ts'
import { shuffleModulus } from '../eligibility/shuffle.ts'
import { type Asked, isMatch, withAsked } from './wanted.ts'

/** The most badges that are read: under 2,000 row reads. */
const mostBadges = 150

/**
 * A person who meets all criteria, except that the badges are not fully checked yet (`matchesOf`).
 * One more row, without an id, says how far the read went.
 */
export interface MatchRow {
  student_id: string | null
  regions: string
  remote: number
  /** JSON list of `[skill, level, mentorReviewed]` of the badges that count now. */
  theirs: string
  /** In the row without an id: the shuffle key at which reading stopped. */
  end: number
  /** In the row without an id: how many badges of these skills there are in all. */
  badges: number
}

/**
 * Tables for a statement's WITH, `matches` among them. Reads badges by shuffle key up to `reach`:
 * all of them if they are few, else until one wanted skill has used its share of `mostBadges`. Keys
 * are random, so the badges below a limit are a fair sample. CROSS JOIN keeps the order of the
 * joins: badges are found by index first, then each of their owners is checked once.
 */
export function withMatches(call: Call, asked: Asked): SQL {
  return sql`
    ${withAsked(asked)},
    reach AS MATERIALIZED (
      SELECT CASE WHEN (SELECT count(*) FROM (
          SELECT 1 FROM wanted CROSS JOIN visible_credentials vc ON vc.skill = wanted.skill LIMIT ${mostBadges + 1}))
          <= ${mostBadges} THEN ${shuffleModulus} ELSE (
        SELECT min(COALESCE((SELECT vc.shuffle_key FROM visible_credentials vc WHERE vc.skill = wanted.skill
          ORDER BY vc.shuffle_key LIMIT 1 OFFSET CAST(${mostBadges} / (SELECT count(*) FROM wanted) AS INTEGER)), ${shuffleModulus}))
        FROM wanted) END AS end),
    badges AS MATERIALIZED (
      SELECT vc.shuffle_key, vc.level >= wanted.level AND vc.mentor_reviewed >= asked.mentor_reviewed AS is_wanted
      FROM reach CROSS JOIN asked CROSS JOIN wanted
      CROSS JOIN visible_credentials vc ON vc.skill = wanted.skill AND vc.shuffle_key < reach.end),
    earners AS (SELECT DISTINCT shuffle_key FROM badges WHERE is_wanted),
    matches AS (
      SELECT v.student_id, v.regions, v.remote,
        (SELECT json_group_array(json_array(vc.skill, vc.level, vc.mentor_reviewed))
          FROM visible_credentials vc CROSS JOIN credentials live ON live.id = vc.credential_id
          WHERE vc.student_id = v.student_id AND ${isLive(call)}) AS theirs
      FROM asked CROSS JOIN opening_versions o ON o.opening_id = asked.opening_id AND o.state = 'approved'
      CROSS JOIN earners CROSS JOIN visibilities v ON v.shuffle_key = earners.shuffle_key
      WHERE ${isMatch(call, asked.employerId)})`
}

/** The matches up to `reach`, to be counted and blurred by facets.ts. */
export function findMatches(call: Call, asked: Asked) {
  return call.db.all<MatchRow>(sql`
    WITH ${withMatches(call, asked)}
    SELECT matches.*, 0 AS end, 0 AS badges FROM matches
    UNION ALL SELECT NULL, '[]', 0, '[]', end, (
      SELECT COALESCE(sum(c.badges), 0) FROM wanted CROSS JOIN visible_counts c ON c.skill = wanted.skill)
    FROM reach`)
}
