import { eq, gt } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { isFresh } from '../../accounts/session/session.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import { freshProofNeeded } from '../../foundation/problems.ts'
import { notFound } from '../../http/problems.ts'
import { grantConsent } from '../../organizations/consent/grant-consent.ts'
import { mayReveal } from '../../organizations/consent/may-reveal.ts'
import { recordDisclosure } from '../../organizations/consent/record-disclosure.ts'
import { organizations } from '../../organizations/tables.ts'
import { consentTextChanged } from '../../talent/problems.ts'
import type { AnswerInput } from '../edition/answer-input.ts'
import { bookingConflicts, bookSlot } from '../slot/book-slot.ts'
import { identityConsentText } from '../identity/consent-text.ts'
import { findOfferedSlot } from './find-slots.ts'
import { sealTelephone } from '../sealed/words.ts'
import { moved, moveRequest, whereTo } from '../request/move-request.ts'
import { slotPast } from '../problems.ts'
import type { InterviewRequest } from '../request/request.ts'
import { bookingTimers } from '../slot/booking-timers.ts'
import { isTooSoon } from '../slot/slot.ts'
import { interviewRequests } from '../tables.ts'

type Input = Extract<InferOutput<typeof AnswerInput>, { answer: 'accept' }>

/**
 * Accepts one of the offered times. Consent, disclosure and booking are one commit, so the employer
 * gets no identity without consent, and no time is booked twice.
 */
export async function acceptRequest(
  call: Call,
  request: InterviewRequest,
  { slotId, textHash, fields }: Input,
) {
  if (!isFresh(call.provenAt, call.now)) throw freshProofNeeded()
  const to = whereTo(request, 'accept', 'student', { slot: true })
  const { id: requestId, organizationId, recruiterId } = request
  const [[slot], [employer]] = await call.db.batch([
    findOfferedSlot(call, request, slotId),
    call.db
      .select({ name: organizations.name })
      .from(organizations)
      .where(eq(organizations.id, organizationId)),
  ])
  if (!slot || !employer) throw notFound()
  if (isTooSoon(slot.startsAt, call.now)) throw slotPast()
  const text = await identityConsentText(employer.name)
  if (textHash !== text.hash) throw consentTextChanged()

  const ticked = Object.keys(fields)
  const { consent, statement } = grantConsent(call, {
    purpose: 'interview-identity',
    fields: ticked,
    recipient: organizationId,
    text,
  })
  const [disclosureId, bookingId, version] = [newId(), newId(), request.version + 1]
  const telephone = await sealTelephone(call, request, fields.telephone)
  return commit(
    call,
    [
      statement,
      ...recordDisclosure(call, mayReveal(call, [consent.id]), {
        id: disclosureId,
        organizationId,
        accountId: recruiterId,
        kind: 'identity',
        subjectId: requestId,
        consentId: consent.id,
        fields: ticked,
      }),
      ...moveRequest(call, request, {
        event: 'accept',
        actor: 'student',
        to,
        set: { disclosureId, telephone },
        where: gt(interviewRequests.answerBy, call.now),
        startsAt: slot.startsAt,
      }),
      ...bookSlot(call, slot, bookingId),
      ...bookingTimers(call, requestId, slot),
      note(call, 'interview.answered', requestId, { payload: { version, answer: 'accept' } }),
    ],
    {
      answer: { requestId, state: to, version, bookingId },
      conflicts: { ...moved, ...bookingConflicts },
    },
  )
}
