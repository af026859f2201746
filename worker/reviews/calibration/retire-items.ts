import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'

/**
 * For a commit: retires the hidden items made from these submissions, a subquery with one column.
 * Their text goes, and the words about it; their levels stay as evidence about those who judged
 * them. A live claim on one lapses, so its reviewer keeps the draft and may still hand it in: see
 * `blankIfRetired`.
 */
export function retireItems({ db, now }: Call, submissionIds: SQL): Statement[] {
  const at = now.getTime()
  const items = sql`(SELECT id FROM hidden_items WHERE source = 'round'
    AND submission_id IN ${submissionIds})`
  const reviewsOf = sql`(SELECT id FROM reviews WHERE item_id IN ${items})`
  return [
    db.run(sql`UPDATE hidden_items SET body = NULL, retired_at = ${at}
      WHERE id IN ${items} AND retired_at IS NULL`),
    db.run(sql`UPDATE claims SET ended_at = ${at}, end_reason = 'lapsed'
      WHERE item_id IN ${items} AND ended_at IS NULL`),
    ...blankWords(db, reviewsOf),
  ]
}

/** For the commit that hands a review in: of an item that was retired, only the levels are kept. */
export function blankIfRetired({ db }: Call, itemId: string | null, reviewId: string): Statement[] {
  if (itemId === null) return []
  return blankWords(
    db,
    sql`(SELECT id FROM reviews WHERE id = ${reviewId} AND EXISTS (SELECT 1 FROM hidden_items
      WHERE id = ${itemId} AND source = 'round' AND retired_at IS NOT NULL))`,
  )
}

/** Empties the words of these reviews; their levels stay. */
function blankWords(db: Call['db'], reviewIds: SQL): Statement[] {
  return [
    db.run(sql`UPDATE ratings SET reason = '', above_signs = NULL WHERE review_id IN ${reviewIds}`),
    db.run(sql`UPDATE reviews SET worked = '', try_next = '' WHERE id IN ${reviewIds}`),
  ]
}
