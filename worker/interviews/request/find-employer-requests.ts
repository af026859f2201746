import { desc, eq, sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { disclosedName, nameOpener } from '../identity/find-identity.ts'
import { askForKeys, openDraft, openEdition, storedWording } from '../sealed/wording.ts'
import { available, readByMe, summaryOf, unreadMessageId } from './employer-summary.ts'
import { employerEventView } from './employer-event-view.ts'
import {
  findBooking,
  findEditions,
  findEvents,
  findOutcomes,
  findSlots,
} from './find-request-page.ts'
import { interviewView } from './interview-view.ts'
import { openingTitle, titleOf } from './request-title.ts'
import {
  isEdition,
  isLiveBooking,
  lastSlotAt,
  listMeeting,
  meetingColumns,
} from './list-meeting.ts'
import { acceptBy } from '../slot/slot.ts'
import { bookings, interviewRequests, requestEditions } from '../tables.ts'

const pageSize = 100

const mine = (call: Call) => eq(interviewRequests.organizationId, actingOf(call).organizationId)

/** The requests of the caller's employer, the newest first, with what is due and when. */
export async function listEmployerRequests(call: Call, query: PageQuery) {
  const rows = await call.db
    .select({
      request: interviewRequests,
      openingTitle,
      wording: storedWording,
      lastSlotAt,
      isRead: readByMe(call),
      available: available(call),
      unreadMessageId: unreadMessageId(call),
      disclosedName: disclosedName(call),
      ...meetingColumns,
    })
    .from(interviewRequests)
    .leftJoin(bookings, isLiveBooking)
    .leftJoin(requestEditions, isEdition(interviewRequests.edition))
    .where(
      sql`${mine(call)} ${behind(
        query,
        (after) => sql`
      (${interviewRequests.createdAt}, ${interviewRequests.id}) < (SELECT +created_at, +id
        FROM interview_requests WHERE id = ${after} AND organization_id = ${actingOf(call).organizationId})`,
      )}`,
    )
    .orderBy(desc(interviewRequests.createdAt), desc(interviewRequests.id))
    .limit(pageSize + 1)
  const { shown, next } = pageOf(rows, pageSize, ({ request }) => request.id)
  const nameOf = nameOpener(call, shown)
  const requests = await allOf(shown, async ({ isRead: read, lastSlotAt: last, ...row }) => {
    const [title, name] = await Promise.all([titleOf(call, row), nameOf(row)])
    return {
      ...summaryOf(row.request),
      title,
      /** Of the student; null before acceptance and once the consent has ended. */
      name,
      unreadMessageId: row.unreadMessageId,
      /** When the last of the times sent with the request begins; null if none was sent. */
      lastSlotAt: last,
      acceptBy: acceptBy({ answerBy: row.request.answerBy, lastSlotAt: last }, call.now),
      isRead: read,
      available: row.available,
      ...listMeeting(row, 'recruiter', call.now),
    }
  })
  return { requests, next }
}

/**
 * One request as its employer sees it. Before acceptance it does not show who the student is or
 * when they acted; their words were redacted when written.
 */
export async function findEmployerPage(call: Call, requestId: string) {
  const own = sql`${interviewRequests.id} = ${requestId} AND ${mine(call)}`
  const [[found], editions, slots, [booking], events, outcomes] = await call.db.batch([
    call.db
      .select({
        request: interviewRequests,
        openingTitle,
        isRead: readByMe(call),
        available: available(call),
        unreadMessageId: unreadMessageId(call),
        disclosedName: disclosedName(call),
      })
      .from(interviewRequests)
      .where(own),
    findEditions(call, requestId),
    findSlots(call, requestId, 'employer'),
    findBooking(call, requestId),
    findEvents(call, requestId),
    findOutcomes(call, requestId),
  ])
  if (!found) return undefined
  const { request, isRead: read } = found
  await askForKeys(call, request)
  const known = request.disclosureId !== null
  const [sent] = editions
  const offered = slots.filter(
    ({ edition, offerVersion }) => edition === request.edition && offerVersion === 0,
  )
  const last = offered.at(-1)?.startsAt ?? null
  return {
    ...summaryOf(request),
    acceptBy: acceptBy({ answerBy: request.answerBy, lastSlotAt: last }, call.now),
    title: await titleOf(call, { ...found, wording: sent }),
    name: await nameOpener(call, [found])(found),
    unreadMessageId: found.unreadMessageId,
    isRead: read,
    available: found.available,
    draft:
      request.draft === null ? null : JSON.parse(await openDraft(call, requestId, request.draft)),
    content: sent ? await openEdition(call, sent) : null,
    slots: offered.map(({ id, startsAt, endsAt, zone, free }) => ({
      id,
      startsAt,
      endsAt,
      zone,
      free: free === 1,
    })),
    ...(await interviewView(call, {
      side: 'recruiter',
      request,
      booking,
      slots,
      events,
      outcomes,
    })),
    /** Whether the student has shared a number that an interviewer may call. */
    telephoneShared: request.telephone !== null,
    disclosureId: request.disclosureId,
    events: await allOf(events, (event) => employerEventView(call, event, known)),
  }
}
