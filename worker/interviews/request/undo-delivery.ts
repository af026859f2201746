import { gt } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { moved, moveRequest, whereTo } from './move-request.ts'
import type { InterviewRequest } from './request.ts'
import { interviewRequests } from '../tables.ts'
import { findUnsent, takeBackEdition } from './take-back-edition.ts'

/** Undoes the sending of a wording within five minutes. The student does not learn of it. */
export async function undoDelivery(call: Call, request: InterviewRequest) {
  const to = whereTo(request, 'undo', 'recruiter')
  const { draft, lapsesAt } = await findUnsent(call, request)
  await commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'undo',
        actor: 'recruiter',
        to,
        edition: request.edition - 1,
        set: { draft, deliverAt: null },
        where: gt(interviewRequests.deliverAt, call.now),
      }),
      ...takeBackEdition(call, request, lapsesAt),
    ],
    { answer: null, conflicts: moved },
  )
}
