import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { revisionParts } from '../edition/answer-input.ts'
import type { Edition, RevisionPart } from '../edition/edition.ts'
import { openEdition, storedWording } from '../sealed/wording.ts'
import { isFree } from '../slot/is-free.ts'
import { bookings, interviewEvents, outcomes, requestEditions, slots } from '../tables.ts'
import { openWords } from '../sealed/words.ts'
import type { InterviewRequest } from './request.ts'

/** The wordings of a request, the newest first. */
export function findEditions(call: Call, requestId: string) {
  return call.db
    .select(storedWording)
    .from(requestEditions)
    .where(eq(requestEditions.requestId, requestId))
    .orderBy(desc(requestEditions.number))
}

/**
 * All times offered in a request, with any wording or instead of the booked time. `free` is 1 if
 * nothing else is booked at that time: for a student's page, neither by the host nor by the
 * student; for an employer's page, not by the host. An employer must not learn of the student's
 * other interviews.
 */
export function findSlots(call: Call, requestId: string, side: 'employer' | 'student') {
  const span = { startsAt: sql`slots.starts_at`, endsAt: sql`slots.ends_at` }
  // This request's own booking does not count, because the new time would replace it.
  const others = sql`b.request_id <> slots.request_id`
  const ofHost = isFree(sql`b.host_id = slots.host_id AND ${others}`, span)
  const student = sql`(SELECT r.student_id FROM interview_requests r WHERE r.id = slots.request_id)`
  const ofStudent = isFree(sql`b.student_id = ${student} AND ${others}`, span)
  return call.db
    .select({
      id: slots.id,
      edition: slots.edition,
      offerVersion: slots.offerVersion,
      offeredBy: slots.offeredBy,
      startsAt: slots.startsAt,
      endsAt: slots.endsAt,
      zone: slots.zone,
      free: side === 'student' ? sql<number>`${ofHost} AND ${ofStudent}` : sql<number>`${ofHost}`,
    })
    .from(slots)
    .where(eq(slots.requestId, requestId))
    .orderBy(slots.startsAt)
}

export function findBooking(call: Call, requestId: string) {
  return call.db
    .select({
      id: bookings.id,
      startsAt: bookings.startsAt,
      endsAt: bookings.endsAt,
      zone: slots.zone,
      sequence: bookings.sequence,
      location: bookings.location,
      contact: bookings.contact,
    })
    .from(bookings)
    .innerJoin(slots, eq(slots.id, bookings.slotId))
    .where(and(eq(bookings.requestId, requestId), isNull(bookings.endedAt)))
}

export function findEvents(call: Call, requestId: string) {
  return call.db
    .select()
    .from(interviewEvents)
    .where(eq(interviewEvents.requestId, requestId))
    .orderBy(interviewEvents.version)
}

/** The outcomes of an interview, with the feedback still sealed. */
export function findOutcomes(call: Call, requestId: string) {
  return call.db
    .select()
    .from(outcomes)
    .where(eq(outcomes.requestId, requestId))
    .orderBy(outcomes.version)
}

/** The format of the interview: video, telephone or in person. */
export async function findFormat(
  call: Call,
  request: InterviewRequest,
): Promise<Edition['format']> {
  const edition = eq(requestEditions.number, request.edition)
  const row = await call.db
    .select(storedWording)
    .from(requestEditions)
    .where(and(eq(requestEditions.requestId, request.id), edition))
    .get()
  if (!row) throw new Error('A request without a wording is booked.')
  return (await openEdition(call, row)).format
}

type EventRow = Awaited<ReturnType<typeof findEvents>>[number]

const Parts = v.array(v.picklist(revisionParts))

/** An event as both sides see it: shows which side acted, but not which account. */
export async function eventView(call: Call, row: EventRow) {
  const { event, actor, at, parts, startsAt } = row
  return {
    event,
    by: actor,
    at,
    /** The time that the event set, if any. */
    startsAt,
    parts: parts === null ? ([] as RevisionPart[]) : v.parse(Parts, JSON.parse(parts)),
    words: await openWords(call, row),
  }
}
