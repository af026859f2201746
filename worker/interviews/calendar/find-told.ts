import { and, desc, eq, isNull, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { organizations } from '../../organizations/tables.ts'
import type { Meeting, Side } from '../../notifications/message/meeting-messages.ts'
import { type Edition, readEdition } from '../edition/edition.ts'
import { openDraft, openEdition, storedWording, type StoredWording } from '../sealed/wording.ts'
import type { BookingRow, InterviewRequest } from '../request/request.ts'
import { bookings, interviewRequests, requestEditions, slots } from '../tables.ts'

/** A request, with the facts that mails about it contain. */
export interface Told {
  request: InterviewRequest
  employer: string
  title: string
  link: string
  /** When the interview starts; null if no time is booked. */
  startsAt: Date | null
  /** The latest wording that was sent, or else the draft; undefined if there is neither. */
  edition: Edition | undefined
}

export async function findTold(call: Call, requestId: string): Promise<Told | undefined> {
  const latest = sql`${requestEditions.number} = (SELECT max(number) FROM request_editions
    WHERE request_id = ${interviewRequests.id})`
  const row = await call.db
    .select({
      request: interviewRequests,
      employer: organizations.name,
      wording: storedWording,
      startsAt: bookings.startsAt,
    })
    .from(interviewRequests)
    .innerJoin(organizations, eq(organizations.id, interviewRequests.organizationId))
    .leftJoin(requestEditions, and(eq(requestEditions.requestId, interviewRequests.id), latest))
    .leftJoin(bookings, and(eq(bookings.requestId, interviewRequests.id), isNull(bookings.endedAt)))
    .where(eq(interviewRequests.id, requestId))
    .get()
  if (!row) return undefined
  const { request, employer, startsAt } = row
  const edition = await latestEdition(call, row)
  const link = `${call.origin}/interviews/${request.id}`
  return { request, employer, title: edition?.title ?? '', startsAt, link, edition }
}

async function latestEdition(call: Call, { wording, request: { id, draft } }: Wordings) {
  if (wording) return openEdition(call, wording)
  return draft === null ? undefined : readEdition(await openDraft(call, id, draft))
}

interface Wordings {
  wording: StoredWording | null
  request: InterviewRequest
}

/** The recruiter who asked, while they are a recruiter of the employer; else its admins. */
export async function findStaff(call: Call, request: InterviewRequest): Promise<string[]> {
  const rows = await call.db.all<{ account_id: string; role: string }>(sql`
    SELECT DISTINCT m.account_id, m.role FROM memberships m
    WHERE m.organization_id = ${request.organizationId} AND m.ended_at IS NULL
      AND ((m.account_id = ${request.recruiterId} AND m.role = 'recruiter') OR m.role = 'admin')`)
  const own = rows.filter(({ role }) => role === 'recruiter')
  return [...new Set((own.length > 0 ? own : rows).map(({ account_id: id }) => id))]
}

/** The accounts that get a mail for one side. */
export async function findPeople(
  call: Call,
  request: InterviewRequest,
  side: Side,
): Promise<string[]> {
  return side === 'student' ? [request.studentId] : findStaff(call, request)
}

/** The interview as mails describe it. */
export function meetingOf({ title, employer, link }: Told, { startsAt }: BookingRow): Meeting {
  return { title, employer, link, startsAt }
}

/** The latest booking of a request, even if it was cancelled. */
export function findLastBooking(call: Call, requestId: string) {
  return call.db
    .select()
    .from(bookings)
    .where(eq(bookings.requestId, requestId))
    .orderBy(desc(bookings.createdAt))
    .limit(1)
    .get()
}

/**
 * When the last of the times on offer begins. If times are offered instead of the booked one, only
 * those count; else those sent with the current wording.
 */
export async function findLastSlotAt(
  call: Call,
  { id, edition, offerVersion }: InterviewRequest,
): Promise<Date | null> {
  const last = await call.db
    .select({ startsAt: slots.startsAt })
    .from(slots)
    .where(
      and(
        eq(slots.requestId, id),
        eq(slots.edition, edition),
        eq(slots.offerVersion, offerVersion ?? 0),
      ),
    )
    .orderBy(desc(slots.startsAt))
    .limit(1)
    .get()
  return last?.startsAt ?? null
}
