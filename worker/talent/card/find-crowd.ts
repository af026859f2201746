import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { Rubric } from '../../skills/rubric.ts'
import type { CardForm } from './card.ts'

/** The number of the month before the quarter of `vc.month`: 0, 3, 6 or 9. */
const monthsBefore = sql`(CAST(substr(vc.month, 6) AS INTEGER) - 1) / 3 * 3`

const month = sql`o.month = vc.month`
const quarter = sql`o.month BETWEEN substr(vc.month, 1, 5) || printf('%02d', ${monthsBefore} + 1)
  AND substr(vc.month, 1, 5) || printf('%02d', ${monthsBefore} + 3)`
const year = sql`o.month BETWEEN substr(vc.month, 1, 5) || '01' AND substr(vc.month, 1, 5) || '12'`
const regions = sql`o.regions = vc.regions`
const countries = sql`o.countries = vc.countries`

/**
 * SQL for the `Crowd` of a row of `visible_credentials` named `vc`. Counted on each read, so a card
 * gets coarser as soon as others leave. A short card shows no date, so the only question is whether
 * its regions are shared within the year.
 */
export function crowdOf(form: CardForm): SQL {
  const byRegion = sql`WHEN ${areShared(sql`${regions} AND ${year}`)} THEN 'year'`
  if (form === 'short') return sql`CASE ${byRegion} ELSE 'country' END`
  return sql`CASE WHEN ${areShared(sql`${regions} AND ${month}`)} THEN 'month'
    WHEN ${areShared(sql`${regions} AND ${quarter}`)} THEN 'quarter' ${byRegion}
    WHEN ${areShared(sql`${countries} AND ${year}`)} THEN 'country' ELSE 'few' END`
}

/**
 * SQL: whether five people share month, regions and the level of every criterion. If not, the card
 * leaves out levels and signs. People who show no criteria also count, because the card could be
 * theirs.
 */
const areLevelsShared = areShared(sql`${regions} AND ${month} AND o.levels = vc.levels`)

/**
 * SQL: what the criteria on a card are made from, as JSON. Null if `vc` shows no criteria, or if
 * fewer than five people share its levels.
 */
export function judgementOf(rubricHash: SQL): SQL {
  return sql`json(CASE WHEN vc.signs IS NOT NULL AND ${areLevelsShared} THEN (
    SELECT json_object('rubricHash', rv.hash, 'rubric', json(rv.body), 'levels', json(vc.levels), 'signs', json(vc.signs))
    FROM rubric_versions rv WHERE rv.hash = ${rubricHash}) END)`
}

export const Judgement = v.object({
  rubricHash: v.string(),
  rubric: Rubric,
  levels: v.array(v.number()),
  signs: v.record(v.string(), v.array(v.string())),
})

/**
 * SQL: whether at least four people other than the owner of `vc` have a badge `o` of the same skill
 * and level for which `same` is true. Stops reading at the fourth.
 */
function areShared(same: SQL): SQL {
  return sql`(SELECT count(*) FROM (SELECT DISTINCT o.student_id FROM visible_credentials o
    WHERE o.skill = vc.skill AND o.level = vc.level AND ${same} AND o.student_id <> vc.student_id LIMIT 4)) = 4`
}
