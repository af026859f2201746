import { type SQL, sql } from 'drizzle-orm'

import { shuffleModulus } from '../eligibility/shuffle.ts'

// Without the cast the number is bound as a double, which cannot hold the products below exactly.
const p = sql`CAST(${shuffleModulus} AS INTEGER)`

/**
 * SQL: a key's position in the day's order (as in shuffle.ts), computed with the one row of
 * `shuffle` (`shuffleOf`). `rankOf` is the rank of the key's segment, `withinOf` the position in
 * that segment. Products stay under 2^62, so SQLite computes them exactly.
 */
export const rankOf = (key: SQL): SQL => sql`((shuffle.rank_factor
  * ((((${key} + shuffle.key_shift) % ${p}) * shuffle.segments) / ${p}) + shuffle.rank_shift) % shuffle.segments)`
export const withinOf = (key: SQL): SQL =>
  sql`((${key} * shuffle.key_factor + shuffle.place_shift) % ${p})`

/**
 * The one row of the table `shuffle`, which the other expressions here read: a `Shuffle`, given as
 * JSON. SQLite ignores the case of column names, so A and a, B and b get different names.
 */
export const shuffleOf = (order: SQL): SQL => sql`
  SELECT ${order} ->> 'segments' AS segments, ${order} ->> 'A' AS rank_factor, ${order} ->> 'B' AS rank_shift,
    ${order} ->> 'c' AS key_shift, ${order} ->> 'a' AS key_factor, ${order} ->> 'b' AS place_shift,
    ${order} ->> 'inverse' AS rank_inverse`

/**
 * Rows `(rank, low, high)`: the key ranges of `count` segments in the day's order, from
 * `start.rank` on. The key shift may move a segment past the last key; it then has two ranges.
 */
export const rangesOf = (count: number): SQL => sql`
  SELECT ranked.rank, max(0, ranked.low + turn.value) AS low, min(${p}, ranked.high + turn.value) AS high
  FROM (
    SELECT found.rank, (found.segment * ${p} + found.segments - 1) / found.segments - found.key_shift AS low,
      ((found.segment + 1) * ${p} + found.segments - 1) / found.segments - found.key_shift AS high
    FROM (
      SELECT start.rank + step.value AS rank, shuffle.segments, shuffle.key_shift,
        ((start.rank + step.value - shuffle.rank_shift + shuffle.segments) * shuffle.rank_inverse)
          % shuffle.segments AS segment
      FROM start CROSS JOIN shuffle CROSS JOIN json_each(${JSON.stringify(Array.from({ length: count }, (_, n) => n))}) step
      WHERE start.rank + step.value < shuffle.segments) found) ranked
  CROSS JOIN json_each(${JSON.stringify([0, shuffleModulus])}) turn
  WHERE max(0, ranked.low + turn.value) < min(${p}, ranked.high + turn.value)`
