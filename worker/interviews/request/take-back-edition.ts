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
 * What to keep of a wording that is not delivered: its text as a draft and, if the student asked
 * for a revision, the end of the seven days for it.
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

/**
 * For a commit: deletes the wording and its times. If the student asked for a revision, the request
 * lapses at `lapsesAt`, as before.
 */
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
