import { and, desc, eq } from 'drizzle-orm'

import { accounts } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { openWording, sealDraft } from '../sealed/wording.ts'
import { endOfDay } from '../../foundation/reader/end-of-day.ts'
import { note } from '../../foundation/outbox/note.ts'
import { zoneOrUtc } from '../../foundation/reader/reader.ts'
import { daysUntil } from './state.ts'
import type { InterviewRequest } from './request.ts'
import { interviewEvents, requestEditions, slots } from '../tables.ts'

/**
 * What remains of a wording that was not delivered: its text as a draft, and the end of the seven
 * days after the student asked for a revision.
 */
export async function findUnsent(call: Call, request: InterviewRequest) {
  const { id, edition, recruiterId } = request
  const [[last], [revision], [recruiter]] = await call.db.batch([
    call.db
      .select()
      .from(requestEditions)
      .where(and(eq(requestEditions.requestId, id), eq(requestEditions.number, edition))),
    call.db
      .select({ at: interviewEvents.at })
      .from(interviewEvents)
      .where(and(eq(interviewEvents.requestId, id), eq(interviewEvents.event, 'ask-revision')))
      .orderBy(desc(interviewEvents.version))
      .limit(1),
    call.db.select({ zone: accounts.zone }).from(accounts).where(eq(accounts.id, recruiterId)),
  ])
  const { zone } = zoneOrUtc(recruiter?.zone)
  const lapsesAt = revision && endOfDay(revision.at, daysUntil.lapse, zone)
  const draft = last ? await sealDraft(call, request, await openWording(call, last)) : null
  return { draft, lapsesAt }
}

/** Deletes the wording and its times. After a revision was asked for, its seven days continue. */
export function takeBackEdition(
  call: Call,
  { id, edition, version }: InterviewRequest,
  lapsesAt: Date | undefined,
): Statement[] {
  const ofEdition = {
    slots: eq(slots.edition, edition),
    editions: eq(requestEditions.number, edition),
  }
  return [
    call.db.delete(slots).where(and(eq(slots.requestId, id), ofEdition.slots)),
    call.db
      .delete(requestEditions)
      .where(and(eq(requestEditions.requestId, id), ofEdition.editions)),
    ...(lapsesAt
      ? [note(call, 'interview.lapse', id, { dueAt: lapsesAt, payload: { version: version + 1 } })]
      : []),
  ]
}
