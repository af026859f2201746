import { and, eq, inArray, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { blocks, isVisibleTo } from '../../talent/eligibility/find-visible.ts'
import { moved, moveRequest } from './move-request.ts'
import type { InterviewRequest } from './request.ts'
import { interviewRequests } from '../tables.ts'

/**
 * Reaction to visibility.changed and erasure.asked: ends the student's requests from employers that
 * may not see them now, if they are delivered but not accepted. A block declines a request that the
 * student has not answered; any other request is withdrawn.
 */
export async function endUnavailable(call: Call, { subjectId }: Note): Promise<void> {
  await tryEach(await findUnsettled(call, subjectId), async ({ request, blocked }) => {
    const declined = blocked === 1 && request.state === 'delivered'
    const own = part(call, request.id)
    await commit(
      own,
      [
        ...moveRequest(own, request, {
          event: declined ? 'decline' : 'withdraw',
          actor: 'timer',
          to: declined ? 'declined' : 'withdrawn',
          cause: blocked === 1 ? 'blocked' : 'no-longer-available',
        }),
        note(own, declined ? 'interview.answered' : 'interview.withdrawn', request.id, {
          payload: { version: request.version + 1, ...(declined && { answer: 'decline' }) },
        }),
      ],
      { answer: null, conflicts: moved },
    )
  })
}

/** Requests, delivered but not accepted, of employers that may not see the student now. */
function findUnsettled(
  call: Call,
  studentId: string,
): Promise<{ request: InterviewRequest; blocked: number }[]> {
  const employer = sql`interview_requests.organization_id`
  return call.db
    .select({
      request: interviewRequests,
      blocked: sql<number>`EXISTS (SELECT 1 FROM blocks b WHERE b.student_id = ${studentId}
        AND ${blocks(employer)})`,
    })
    .from(interviewRequests)
    .where(
      and(
        eq(interviewRequests.studentId, studentId),
        inArray(interviewRequests.state, ['delivered', 'revision-requested']),
        sql`NOT EXISTS (SELECT 1 FROM visibilities v WHERE v.student_id = ${studentId}
          AND ${isVisibleTo(call, employer)})`,
      ),
    )
    .limit(100)
}
