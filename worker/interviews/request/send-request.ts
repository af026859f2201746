import { and, desc, eq } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { findCandidate } from '../../talent/eligibility/find-candidate.ts'
import {
  findSearchRequirements,
  refuseUnlessMet,
} from '../../talent/eligibility/find-search-requirements.ts'
import { readContent } from '../../talent/opening/opening.ts'
import { openingVersions } from '../../talent/tables.ts'
import { revisionParts } from '../edition/answer-input.ts'
import type { SendRequestInput } from '../edition/edition-input.ts'
import { sealWording } from '../sealed/wording.ts'
import { whyNotSent } from '../edition/edition.ts'
import { moved, moveRequest, whereTo } from './move-request.ts'
import { studentUnavailable } from '../problems.ts'
import { secondsUntilDelivery } from './state.ts'
import type { InterviewRequest } from './request.ts'
import { slotsOf } from '../slot/slot.ts'
import { interviewEvents, requestEditions, slots } from '../tables.ts'

const Parts = v.array(v.picklist(revisionParts))

/**
 * Sends a wording with its times. Sending can be undone for five minutes; then the wording is
 * delivered if the student is still visible to the employer.
 */
export async function sendRequest(
  call: Call,
  request: InterviewRequest,
  { content }: v.InferOutput<typeof SendRequestInput>,
) {
  const to = whereTo(request, 'send', 'recruiter')
  const { organizationId: employerId, openingId, studentId } = request
  const [[employer], [candidate], [opening], [revision]] = await call.db.batch([
    findSearchRequirements(call),
    findCandidate(call, studentId, { employerId, openingId }),
    findOpeningInForce(call, openingId),
    findLastRevision(call, request.id),
  ])
  await refuseUnlessMet(call, employer)
  if (!candidate || candidate.fits === 0 || !opening) throw studentUnavailable()
  const refusal = whyNotSent(content, {
    opening: readContent(opening.content),
    asked: revision?.parts ? v.parse(Parts, JSON.parse(revision.parts)) : [],
    skills: v.parse(v.array(v.string()), JSON.parse(candidate.skills)),
  })
  if (refusal) throw refusal
  const offered = slotsOf(content.slots, content.minutes, call.now)

  const [edition, version] = [request.edition + 1, request.version + 1]
  const deliverAt = new Date(call.now.getTime() + secondsUntilDelivery * 1000)
  const requestId = request.id
  return commit(
    call,
    [
      ...moveRequest(call, request, {
        event: 'send',
        actor: 'recruiter',
        to,
        edition,
        set: { deliverAt, draft: null },
      }),
      call.db.insert(requestEditions).values({
        requestId,
        number: edition,
        openingVersionId: opening.id,
        content: await sealWording(call, request, edition, canonicalJson(content)),
        sentBy: call.actorId,
        createdAt: call.now,
      }),
      call.db.insert(slots).values(
        offered.map((slot) => ({
          ...slot,
          id: newId(),
          requestId,
          edition,
          hostId: call.actorId,
          offeredBy: 'recruiter' as const,
        })),
      ),
      note(call, 'interview.delivery', requestId, { dueAt: deliverAt, payload: { version } }),
    ],
    { answer: { requestId, state: to, version, edition, deliverAt }, conflicts: moved },
  )
}

function findOpeningInForce(call: Call, openingId: string) {
  return call.db
    .select({ id: openingVersions.id, content: openingVersions.content })
    .from(openingVersions)
    .where(and(eq(openingVersions.openingId, openingId), eq(openingVersions.state, 'approved')))
}

/** What the student last asked to have changed. */
function findLastRevision(call: Call, requestId: string) {
  return call.db
    .select({ parts: interviewEvents.parts })
    .from(interviewEvents)
    .where(and(eq(interviewEvents.requestId, requestId), eq(interviewEvents.event, 'ask-revision')))
    .orderBy(desc(interviewEvents.version))
    .limit(1)
}
