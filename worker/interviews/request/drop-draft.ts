import { and, eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { interviewRequestMoved } from '../problems.ts'
import type { InterviewRequest } from './request.ts'
import { interviewEvents, interviewRequests } from '../tables.ts'

/** Deletes a request that was never delivered, but not its audit entries. */
export async function dropDraft(
  call: Call,
  { id, version, state }: InterviewRequest,
): Promise<void> {
  if (state !== 'draft') throw interviewRequestMoved()
  const untouched = and(
    eq(interviewRequests.id, id),
    eq(interviewRequests.version, version),
    eq(interviewRequests.state, 'draft'),
  )
  await commit(
    call,
    [
      call.db.delete(interviewEvents).where(eq(interviewEvents.requestId, id)),
      call.db.delete(interviewRequests).where(untouched),
      guard(call, 'request_moved'),
      auditEntry(call, 'interview.drop', id),
    ],
    { answer: null, conflicts: { request_moved: interviewRequestMoved } },
  )
}
