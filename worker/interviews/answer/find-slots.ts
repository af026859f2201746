import { and, eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { InterviewRequest } from '../request/request.ts'
import { slots } from '../tables.ts'

/** A time that the employer offered with the current wording. */
export function findOfferedSlot(call: Call, { id, edition }: InterviewRequest, slotId: string) {
  return call.db
    .select()
    .from(slots)
    .where(
      and(
        eq(slots.id, slotId),
        eq(slots.requestId, id),
        eq(slots.edition, edition),
        eq(slots.offerVersion, 0),
      ),
    )
}
