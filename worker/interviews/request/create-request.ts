import { and, eq } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { actingOf } from '../../accounts/session/acting.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { notFound } from '../../http/problems.ts'
import { findCandidateBehind } from '../../talent/eligibility/find-candidate.ts'
import {
  findSearchRequirements,
  refuseUnlessMet,
} from '../../talent/eligibility/find-search-requirements.ts'
import { findOpeningToSearch } from '../../talent/search/find-search.ts'
import { pseudonyms } from '../../talent/tables.ts'
import type { CreateRequestInput } from '../edition/edition-input.ts'
import { interviewRequestLive, requestAgainLater, studentUnavailable } from '../problems.ts'
import { whyNotAsked } from './request.ts'
import { interviewEvents, interviewRequests } from '../tables.ts'

type Input = InferOutput<typeof CreateRequestInput>

/** Creates a draft request to the student behind a card, who learns nothing before delivery. */
export async function createRequest(call: Call, { pseudonym, openingId }: Input) {
  const { organizationId } = actingOf(call)
  const [[employer], [opening], [candidate], earlier] = await call.db.batch([
    findSearchRequirements(call),
    findOpeningToSearch(call, openingId),
    findCandidateBehind(call, pseudonym, { employerId: organizationId, openingId }),
    findEarlier(call, pseudonym),
  ])
  await refuseUnlessMet(call, employer)
  if (!candidate || opening?.approved !== 1) throw notFound()
  const refusal = whyNotAsked(earlier, openingId, call.now)
  if (refusal) throw refusal === 'live' ? interviewRequestLive() : requestAgainLater()
  if (candidate.fits === 0) throw studentUnavailable()

  const request = {
    id: newId(),
    organizationId,
    studentId: candidate.student_id,
    openingId,
    recruiterId: call.actorId,
    pseudonym,
    state: 'draft' as const,
    version: 1,
    edition: 0,
    revisions: 0,
    createdAt: call.now,
  }
  const { id: requestId, state, version, edition } = request
  return commit(
    call,
    [
      call.db.insert(interviewRequests).values(request),
      call.db.insert(interviewEvents).values({
        requestId,
        version,
        event: 'create',
        actor: 'recruiter',
        accountId: call.actorId,
        state,
        edition,
        at: call.now,
      }),
      auditEntry(call, 'interview.create', requestId),
    ],
    {
      answer: { requestId, state, version },
      conflicts: {
        'interview_requests.organization_id, interview_requests.student_id': interviewRequestLive,
      },
    },
  )
}

/** This employer's earlier requests to the same student, under any pseudonym. */
function findEarlier(call: Call, pseudonym: string) {
  return call.db
    .select({
      state: interviewRequests.state,
      openingId: interviewRequests.openingId,
      endedAt: interviewRequests.endedAt,
      endedBy: interviewRequests.endedBy,
    })
    .from(interviewRequests)
    .innerJoin(
      pseudonyms,
      and(
        eq(pseudonyms.studentId, interviewRequests.studentId),
        eq(pseudonyms.organizationId, interviewRequests.organizationId),
      ),
    )
    .where(
      and(
        eq(pseudonyms.pseudonym, pseudonym),
        eq(interviewRequests.organizationId, actingOf(call).organizationId),
      ),
    )
    .limit(100)
}
