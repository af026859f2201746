import { and, desc, eq } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import type { Statement } from '../foundation/db.ts'
import { note } from '../foundation/note.ts'
import { timesSeconds } from './request-state.ts'
import type { InterviewRequest } from './request.ts'
import { interviewEvents, requestEditions, slots } from './tables.ts'

/** What a wording that was not delivered leaves behind: its text, to go on from, and nothing else. */
export async function findUnsent(call: Call, { id, edition }: InterviewRequest) {
  const [[last], [wish]] = await call.db.batch([
    call.db
      .select({ content: requestEditions.content })
      .from(requestEditions)
      .where(and(eq(requestEditions.requestId, id), eq(requestEditions.number, edition))),
    call.db
      .select({ at: interviewEvents.at })
      .from(interviewEvents)
      .where(and(eq(interviewEvents.requestId, id), eq(interviewEvents.event, 'ask-revision')))
      .orderBy(desc(interviewEvents.version))
      .limit(1),
  ])
  return { draft: last?.content ?? null, askedAt: wish?.at }
}

/** Drops the wording and its times; where the student waits for it, their seven days run on. */
export function takeBackEdition(
  call: Call,
  { id, edition, version }: InterviewRequest,
  askedAt: Date | undefined,
): Statement[] {
  const ofEdition = {
    slots: eq(slots.edition, edition),
    editions: eq(requestEditions.number, edition),
  }
  const lapsesAt = askedAt && new Date(askedAt.getTime() + timesSeconds.untilLapse * 1000)
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
