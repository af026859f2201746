import { and, desc, eq, sql } from 'drizzle-orm'

import { openPerson } from '../../accounts/account/open-account.ts'
import { accounts } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { organizations } from '../../organizations/tables.ts'
import { identityConsentText } from '../identity/consent-text.ts'
import { askForKeys, openEdition, storedWording } from '../sealed/wording.ts'
import {
  eventView,
  findBooking,
  findEditions,
  findEvents,
  findOutcomes,
  findSlots,
} from './find-request-page.ts'
import { openNote } from '../sealed/words.ts'
import { because, deliveredEdition, shownState, wasDelivered } from './find-request.ts'
import { interviewView, slotView } from './interview-view.ts'
import { mostRevisions } from './state.ts'
import {
  isEdition,
  isLiveBooking,
  lastSlotAt,
  listMeeting,
  meetingColumns,
} from './list-meeting.ts'
import { acceptBy } from '../slot/slot.ts'
import { bookings, interviewNotes, interviewRequests, requestEditions } from '../tables.ts'

// Leaves out id and state: a batch reads columns by name, and the request has the same names.
const { name, legalName, site, country } = organizations
const employer = { name, legalName, site, country }

const pageSize = 100

const mine = (call: Call) => and(eq(interviewRequests.studentId, call.actorId), wasDelivered)

/** Requests delivered to the caller, the newest first. */
export async function listStudentRequests(call: Call, query: PageQuery) {
  const rows = await call.db
    .select({
      request: interviewRequests,
      employer: organizations.name,
      wording: storedWording,
      ...meetingColumns,
      because,
      lastSlotAt,
    })
    .from(interviewRequests)
    .leftJoin(bookings, isLiveBooking)
    .innerJoin(requestEditions, isEdition(deliveredEdition))
    .innerJoin(organizations, eq(organizations.id, interviewRequests.organizationId))
    .where(
      sql`${mine(call)} ${behind(
        query,
        (after) => sql`
      (${interviewRequests.createdAt}, ${interviewRequests.id}) < (SELECT +created_at, +id
        FROM interview_requests WHERE id = ${after} AND student_id = ${call.actorId})`,
      )}`,
    )
    .orderBy(desc(interviewRequests.createdAt), desc(interviewRequests.id))
    .limit(pageSize + 1)
  const { shown, next } = pageOf(rows, pageSize, ({ request }) => request.id)
  const requests = await allOf(shown, async ({ lastSlotAt: last, ...row }) => ({
    id: row.request.id,
    employer: row.employer,
    title: (await openEdition(call, row.wording)).title,
    state: shownState(row.request),
    because: row.because,
    answerBy: row.request.answerBy,
    acceptBy: acceptBy({ answerBy: row.request.answerBy, lastSlotAt: last }, call.now),
    ...listMeeting(row, 'student', call.now),
  }))
  return { requests, next }
}

/** One request as the student sees it: employer, wording, times, and what accepting would share. */
export async function findStudentPage(call: Call, requestId: string) {
  const [[found], editions, slots, [booking], events, outcomes, [note], [self]] =
    await call.db.batch([
      call.db
        .select({ request: interviewRequests, employer, deliveredEdition, because })
        .from(interviewRequests)
        .innerJoin(organizations, eq(organizations.id, interviewRequests.organizationId))
        .where(and(eq(interviewRequests.id, requestId), mine(call))),
      findEditions(call, requestId),
      findSlots(call, requestId, 'student'),
      findBooking(call, requestId),
      findEvents(call, requestId),
      findOutcomes(call, requestId),
      call.db.select().from(interviewNotes).where(eq(interviewNotes.requestId, requestId)),
      call.db
        .select({ name: accounts.name, email: accounts.email })
        .from(accounts)
        .where(eq(accounts.id, call.actorId)),
    ])
  const read = editions.find(({ number }) => number === found?.deliveredEdition)
  if (!found || !read || !self) return undefined
  const { request } = found
  await askForKeys(call, request)
  const offered = slots.filter(
    ({ edition, offerVersion }) => edition === read.number && offerVersion === 0,
  )
  const last = offered.at(-1)?.startsAt ?? null
  return {
    id: request.id,
    state: shownState(request),
    because: found.because,
    edition: read.number,
    answerBy: request.answerBy,
    /** Until when a time can be accepted; null if that is not before `answerBy`, or is over. */
    acceptBy: acceptBy({ answerBy: request.answerBy, lastSlotAt: last }, call.now),
    revisionsLeft: mostRevisions - request.revisions,
    employer: { id: request.organizationId, ...found.employer },
    content: await openEdition(call, read),
    slots: offered.map((slot) => slotView(call, slot)),
    ...(await interviewView(call, { side: 'student', request, booking, slots, events, outcomes })),
    /** The student's own note. */
    note: note ? await openNote(call, note) : null,
    /** Whether the employer has a number to call. */
    telephoneShared: request.telephone !== null,
    /** The data that the ticks would share. */
    own: await openPerson(call, call.actorId, self),
    consentText: await identityConsentText(found.employer.name),
    events: await allOf(
      events.filter(({ actor, event }) => actor === 'student' || event !== 'undo'),
      (event) => eventView(call, event),
    ),
  }
}
