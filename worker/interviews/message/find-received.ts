import { and, eq } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { interviewRequests, requestMessages } from '../tables.ts'

/**
 * A student's message to the caller's employer, as what is marked as read. A message does not
 * change, so its version is always 0.
 */
export async function findReceived(call: Call, requestId: string, messageId: string) {
  const theirs = and(
    eq(requestMessages.id, messageId),
    eq(requestMessages.requestId, requestId),
    eq(requestMessages.side, 'student'),
    eq(interviewRequests.organizationId, actingOf(call).organizationId),
  )
  const row = await call.db
    .select({ id: requestMessages.id })
    .from(requestMessages)
    .innerJoin(interviewRequests, eq(interviewRequests.id, requestMessages.requestId))
    .where(theirs)
    .get()
  return row && { id: row.id, version: 0 }
}
