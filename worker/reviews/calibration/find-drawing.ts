import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Reviewer } from '../standing/reviewer.ts'

const Drawing = v.object({
  /** Offers of this challenge that the reviewer has had. */
  offers: v.number(),
  /** Their reviews of answers whose level is known, in all challenges. */
  anchored: v.number(),
  /** 1 if the reviewer gets hidden items only, because their levels say nothing. */
  setAside: v.number(),
})

/** What decides whether a reviewer's next offer in a challenge is a hidden item. */
export type FoundDrawing = v.InferOutput<typeof Drawing>

/** SQL: a column with it, as JSON. One column, so that the reviewer's claims are read once. */
export function drawingIn({ id, role }: Pick<Reviewer, 'id' | 'role'>, challengeId: SQL): SQL {
  return sql`(SELECT json_object('offers', had.offers,
      'anchored', max(had.items, coalesce(k.anchored, 0)), 'setAside', coalesce(k.set_aside, 0))
    FROM (SELECT count(*) FILTER (WHERE challenge_id = ${challengeId} AND role = ${role}
          AND release_reason IS NOT 'undo') AS offers,
        count(*) FILTER (WHERE item_id IS NOT NULL
          AND (ended_at IS NULL OR end_reason = 'submitted')) AS items
      FROM claims WHERE reviewer_id = ${id}) had
    LEFT JOIN reviewer_records k ON k.account_id = ${id} AND k.role = ${role})`
}

export const readDrawing = (column: string): FoundDrawing => v.parse(Drawing, JSON.parse(column))
