import { type SQL, sql } from 'drizzle-orm'

import { shuffleModulus } from '../eligibility/shuffle.ts'

// Bound as a double otherwise, and a double cannot hold the products.
const p = sql`CAST(${shuffleModulus} AS INTEGER)`

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
    ${order} ->> 'c' AS key_shift, ${order} ->> 'a' AS key_factor, ${order} ->> 'b' AS place_shift,
    ${order} ->> 'inverse' AS rank_inverse`

/**
 * Rows `(rank, low, high)`: the keys of `count` segments in the order of the day, from `start.rank` on.
 * The key shift may carry a segment over the end of the keys, which makes it two ranges.
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
