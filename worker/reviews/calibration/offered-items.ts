import { type SQL, sql } from 'drizzle-orm'

import { inText } from '../../foundation/call/in-text.ts'
import type { Reviewer } from '../standing/reviewer.ts'

/** Everybody can read the public items in the repository, so few of them count for one person. */
const mostPublic = 8
/** From this many rounds of its own on, a programme uses no public items in a challenge. */
const roundsInsteadOfPublic = 6

/**
 * A reviewer; the programme can be a column of the query. Items are not shared: their authors have
 * agreed to reviewers of their own programme.
 */
interface Reading {
  id: string | SQL
  organizationId: string | SQL
}

/** SQL: whether `i`, a row of hidden_items, may be given to this reviewer in this challenge. */
function mayGetItem({ id, organizationId }: Reading, challengeId: SQL): SQL {
  return sql`i.challenge_id = ${challengeId} AND i.retired_at IS NULL
    AND i.language = (SELECT language FROM accounts WHERE id = ${id})
    AND ((i.source = 'public' AND i.pool IS NULL AND ${isPublicUsed({ id, organizationId }, challengeId)}
        AND i.version_hash = (SELECT current_hash FROM challenges WHERE id = ${challengeId}))
      OR (i.source = 'round' AND i.pool = ${organizationId} AND ${isOfAStranger(id)}))
    AND NOT EXISTS (${hadBy(id)})`
}

/**
 * The reviewer's claims on this item, also in an earlier version of the challenge. An undo took the
 * item back before it was judged, so that claim does not count.
 */
const hadBy = (
  id: string | SQL,
) => sql`SELECT 1 FROM claims c CROSS JOIN hidden_items had ON had.id = c.item_id
  WHERE c.reviewer_id = ${id} AND c.item_id IS NOT NULL AND c.release_reason IS NOT 'undo'
    AND had.challenge_id = i.challenge_id AND (had.id = i.id OR had.item_key = i.item_key)`

/** SQL: how many public items the reviewer has judged or is judging, in all challenges. */
const publicHad = (id: string | SQL) => sql`(SELECT count(*) FROM claims c
  CROSS JOIN hidden_items had ON had.id = c.item_id
  WHERE c.reviewer_id = ${id} AND c.item_id IS NOT NULL AND had.source = 'public'
    AND (c.ended_at IS NULL OR c.end_reason = 'submitted'))`

function isPublicUsed({ id, organizationId }: Reading, challengeId: SQL): SQL {
  return sql`${publicHad(id)} < ${inText(mostPublic)}
    AND (SELECT count(*) FROM (SELECT 1 FROM hidden_items own WHERE own.challenge_id = ${challengeId}
      AND own.pool = ${organizationId} AND own.retired_at IS NULL LIMIT ${inText(roundsInsteadOfPublic)}))
      < ${inText(roundsInsteadOfPublic)}`
}

/**
 * As for a submission: not the reviewer's own, nor by an author whom they coach, know or have judged
 * in this challenge.
 */
const isOfAStranger = (id: string | SQL) => sql`i.author_id <> ${id}
    AND NOT EXISTS (SELECT 1 FROM coachings
      WHERE student_id = i.author_id AND mentor_id = ${id} AND ended_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM conflicts_of_interest
      WHERE account_id = ${id} AND other_id = i.author_id)
    AND NOT EXISTS (SELECT 1 FROM conflicts_of_interest
      WHERE account_id = i.author_id AND other_id = ${id})
    AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.reviewer_id = ${id}
      AND c.author_id = i.author_id AND c.challenge_id = i.challenge_id)
    AND NOT ${hadItemBy(id, sql`i.author_id`, sql`i.challenge_id`)}`

/** SQL: whether this reviewer has judged an item of this author in this challenge, or is doing so. */
export const hadItemBy = (id: string | SQL, authorId: SQL, challengeId: SQL) =>
  sql`EXISTS (SELECT 1 FROM hidden_items by_author CROSS JOIN claims had
    ON had.reviewer_id = ${id} AND had.item_id = by_author.id
    WHERE by_author.author_id = ${authorId} AND by_author.challenge_id = ${challengeId}
      AND had.release_reason IS NOT 'undo')`

/** Only so many items are compared, to save reads. The newest rounds come first. */
const itemsCompared = 6

/**
 * SQL: the hidden item for this reviewer, in the columns of an offer: one that an undo took back,
 * else any. `lot`, a new random id, chooses.
 */
export function anItemFor(reviewer: Reviewer, challengeId: SQL, lot: string): SQL {
  return sql`SELECT NULL AS submission_id, id AS item_id, NULL AS author_id, challenge_id FROM (
      SELECT i.id, i.challenge_id FROM hidden_items i WHERE ${mayGetItem(reviewer, challengeId)}
      ORDER BY i.rowid DESC LIMIT ${inText(itemsCompared)}) offered
    ORDER BY EXISTS (SELECT 1 FROM claims c WHERE c.reviewer_id = ${reviewer.id}
      AND c.item_id = offered.id) DESC, offered.id < ${lot}, offered.id LIMIT 1`
}

/** SQL: how many hidden items of a challenge are left for this reviewer, counted up to a number. */
export function itemsLeft(reviewer: Reading, challengeId: SQL, most: number): SQL {
  return sql`(SELECT count(*) FILTER (WHERE source = 'round')
      + min(count(*) FILTER (WHERE source = 'public'), ${inText(mostPublic)} - ${publicHad(reviewer.id)})
    FROM (SELECT i.source FROM hidden_items i
      WHERE ${mayGetItem(reviewer, challengeId)} LIMIT ${inText(most)}))`
}
