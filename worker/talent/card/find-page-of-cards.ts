import { sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { rangesOf, rankOf, shuffleOf, withinOf } from '../search/day-order.ts'
import { hasWanted, isMatch, isWanted, withAsked } from '../search/wanted.ts'
import { type CardRow, cardColumns } from './find-cards.ts'

/** 25 cards; one more is read to see whether there is another page. */
export const pageSize = 25

/** The most segments a page may read: some 480 badges, which takes under 4,000 row reads. */
export const segmentsAPage = 5

interface Cursor {
  day: string
  /** Continue after the card with this pseudonym. */
  behind: string | undefined
  /** Or continue at this segment, counted from 0 in the day's order. */
  rank: number | undefined
  /** The order of another day than the search's own, as JSON by day. */
  shuffle: string | undefined
}

/**
 * One page of this employer's search, in the order of the day. A segment is one or two ranges of
 * keys, so only its own badges are read, in order, until the page is full; nothing sorts or counts
 * all badges. CROSS JOIN fixes the order of the loops, and so of the rows.
 */
export function findPageOfCards(
  call: Call,
  searchId: string,
  { day, behind, rank, shuffle }: Cursor,
) {
  const employerId = actingOf(call).organizationId
  const row = sql`SELECT opening_id, criteria, shuffle FROM searches
    WHERE id = ${searchId} AND organization_id = ${employerId}`
  return call.db.all<CardRow>(sql`
    WITH ${withAsked({ employerId, row })},
    shuffle AS MATERIALIZED (
      ${shuffleOf(sql`day.value`)}
      FROM searched, json_each(COALESCE(${shuffle ?? null}, searched.shuffle)) day WHERE day.key = ${day}),
    start AS MATERIALIZED (
      SELECT CAST(COALESCE(${rank ?? null}, ${rankOf(sql`v.shuffle_key`)}, 0) AS INTEGER) AS rank,
        COALESCE(${withinOf(sql`v.shuffle_key`)}, -1) AS within
      FROM shuffle LEFT JOIN visibilities v ON v.student_id = (SELECT ps.student_id FROM pseudonyms ps
        WHERE ps.organization_id = ${employerId} AND ps.pseudonym = ${behind ?? null})),
    ranges AS MATERIALIZED (${rangesOf(segmentsAPage)}),
    earners AS MATERIALIZED (
      SELECT DISTINCT ranges.rank, vc.shuffle_key, ${withinOf(sql`vc.shuffle_key`)} AS within
      FROM asked CROSS JOIN shuffle CROSS JOIN start CROSS JOIN ranges CROSS JOIN wanted
      CROSS JOIN visible_credentials vc ON vc.shuffle_key >= ranges.low AND vc.shuffle_key < ranges.high AND ${isWanted}
      WHERE (ranges.rank, ${withinOf(sql`vc.shuffle_key`)}) > (start.rank, start.within)
      ORDER BY 1, 3),
    people AS MATERIALIZED (
      SELECT v.student_id, earners.rank, earners.within
      FROM asked CROSS JOIN opening_versions o ON o.opening_id = asked.opening_id AND o.state = 'approved'
      CROSS JOIN earners CROSS JOIN visibilities v ON v.shuffle_key = earners.shuffle_key
      WHERE ${isMatch(call, employerId)} AND ${hasWanted(call)}
      LIMIT ${pageSize + 1})
    ${cardColumns(call, 'short')} ORDER BY people.rank, people.within`)
}
