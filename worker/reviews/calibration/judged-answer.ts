import { sql } from 'drizzle-orm'

/**
 * SQL: a claim `c` with what is judged: `i` is its hidden item, `s` its submission or the one that
 * the item was made from, `r` the round of `s`, and `v` the version.
 */
export const judgedAnswer = sql`FROM claims c
  LEFT JOIN hidden_items i ON i.id = c.item_id
  LEFT JOIN submissions s ON s.id = coalesce(c.submission_id, i.submission_id)
  LEFT JOIN rounds r ON r.attempt_id = s.attempt_id AND r.number = s.round
  JOIN challenge_versions v ON v.hash = coalesce(i.version_hash, s.version_hash)`

/** The columns of an `ItemRow`. */
export const itemColumns = sql`i.id AS item_id, i.item_key, i.levels AS item_levels, i.body AS item_body`
