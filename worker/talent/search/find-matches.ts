import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { isLive } from '../eligibility/find-visible.ts'
import { shuffleModulus } from '../eligibility/shuffle.ts'
import { type Asked, hasWanted, isMatch, isWanted, withAsked } from './wanted.ts'

/** So many badges are gone through at most, which reads about eight rows each. */
const mostBadges = 280

export interface FacetRow {
  facet: 'total' | 'skill' | 'level' | 'region' | 'flag' | 'badges' | 'end'
  value: string
  n: number
}

/**
 * Tables for a statement's WITH, `matches` among them. Badges are gone through by shuffle key up to
 * `reach`: to the last where they are few, else as far as each wanted skill has its share of
 * `mostBadges`. Keys are random, so that what lies below one is a fair sample. First who has the
 * badges, read off their index; then, once a person, all the rest. CROSS JOIN keeps that order.
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
    matches AS MATERIALIZED (
      SELECT v.student_id, v.regions, v.remote
      FROM asked CROSS JOIN opening_versions o ON o.opening_id = asked.opening_id AND o.state = 'approved'
      CROSS JOIN earners CROSS JOIN visibilities v ON v.shuffle_key = earners.shuffle_key
      WHERE ${isMatch(call, asked.employerId)} AND ${hasWanted(call)})`
}

/**
 * How many match, in all and by what they have switched on; exact as far as badges were gone through,
 * to be blurred before it is said. `badges` says how many those were, and `end` the key before which
 * they lie.
 */
export function countMatches(call: Call, asked: Asked) {
  return call.db.all<FacetRow>(sql`
    WITH ${withMatches(call, asked)},
    theirs AS MATERIALIZED (
      SELECT vc.student_id, vc.skill, vc.level, vc.mentor_reviewed
      FROM matches CROSS JOIN visible_credentials vc ON vc.student_id = matches.student_id
      CROSS JOIN credentials live ON live.id = vc.credential_id WHERE ${isLive(call)}),
    shares (facet, value, student_id) AS (
      SELECT 'total', '', student_id FROM matches
      UNION ALL SELECT 'skill', skill, student_id FROM theirs
      UNION ALL SELECT 'level', step.value, student_id
        FROM theirs JOIN json_each('["3","4"]') step ON theirs.level >= CAST(step.value AS INTEGER)
      UNION ALL SELECT 'region', region.value, student_id FROM matches, json_each(matches.regions) region
      UNION ALL SELECT 'flag', flags.value, flags.student_id FROM (
        SELECT 'remote' AS value, student_id FROM matches WHERE remote = 1
        UNION ALL SELECT 'mentorReviewed', student_id FROM theirs WHERE mentor_reviewed = 1) flags)
    SELECT facet, value, count(DISTINCT student_id) AS n FROM shares GROUP BY facet, value
    UNION ALL SELECT 'badges', '', count(*) FROM badges
    UNION ALL SELECT 'end', '', end FROM reach`)
}
