import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { countWithItems, mostItemsCounted } from './count-with-items.ts'
import { drawingIn, readDrawing } from './find-drawing.ts'
import { itemsLeft } from './offered-items.ts'

interface Row {
  challenge_id: string
  drawing: string
  items_left: number
  claimed: number
}

/**
 * What `toReview` counted for the author of an attempt, with the hidden items among it. A claimed
 * answer counts as one, whichever it is.
 */
export async function findWithItems(
  call: Call,
  attemptId: string,
  counted: number,
): Promise<number> {
  if (counted === 0) return 0
  const id = call.actorId
  const [row] = await call.db.all<Row>(sql`
    SELECT t.challenge_id, ${drawingIn({ id, role: 'peer' }, sql`t.challenge_id`)} AS drawing,
      ${itemsLeft({ id, organizationId: sql`t.organization_id` }, sql`t.challenge_id`, mostItemsCounted)} AS items_left,
      (SELECT count(*) FROM claims c WHERE c.reviewer_id = ${id} AND c.ended_at IS NULL
        AND c.challenge_id = t.challenge_id AND c.role = 'peer') AS claimed
    FROM attempts t WHERE t.id = ${attemptId} AND t.student_id = ${id}`)
  if (!row) return counted
  const { challenge_id: challengeId, claimed, items_left: left } = row
  const found = { real: counted - claimed, drawing: readDrawing(row.drawing), itemsLeft: left }
  return claimed + (await countWithItems(call, { reviewerId: id, challengeId }, found))
}
