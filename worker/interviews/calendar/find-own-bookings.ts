import * as m from '../../../web/paraglide/messages/_index.js'
import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { organizations } from '../../organizations/tables.ts'
import { say } from '../../http/say.ts'
import { deliveredEdition } from '../request/find-request.ts'
import { openEdition, storedWording } from '../sealed/wording.ts'
import { bookings, interviewRequests, requestEditions } from '../tables.ts'
import { formatOf } from './booked-event.ts'
import { type ArchivedEvent, calendarArchive } from './calendar.ts'
import { readWhere } from './where.ts'

/** The caller's own interviews, also past and cancelled ones, with their texts still sealed. */
export function findOwnBookings(call: Call) {
  return call.db
    .select({ booking: bookings, employer: organizations.name, wording: storedWording })
    .from(bookings)
    .innerJoin(interviewRequests, eq(interviewRequests.id, bookings.requestId))
    .innerJoin(organizations, eq(organizations.id, interviewRequests.organizationId))
    .innerJoin(
      requestEditions,
      and(
        eq(requestEditions.requestId, bookings.requestId),
        sql`${requestEditions.number} = ${deliveredEdition}`,
      ),
    )
    .where(eq(interviewRequests.studentId, call.actorId))
    .orderBy(bookings.startsAt)
}

type OwnBooking = Awaited<ReturnType<typeof findOwnBookings>>[number]

/** One calendar file of these interviews. It names employers, but none of their people. */
export async function archiveOf(call: Call, own: readonly OwnBooking[]): Promise<string> {
  return calendarArchive(await allOf(own, (each) => archivedEvent(call, each)))
}

async function archivedEvent(
  call: Call,
  { booking, employer, wording }: OwnBooking,
): Promise<ArchivedEvent> {
  const { origin, now, reader } = call
  const { host, hostname } = new URL(origin)
  const edition = await openEdition(call, wording)
  const { location } = await readWhere(call, booking, edition)
  return {
    bookingId: booking.id,
    requestId: booking.requestId,
    origin,
    host,
    sender: `calendar@${hostname}`,
    employer,
    summary: say(reader, m.mails_calendar_summary, { title: edition.title }),
    description: formatOf(edition, reader),
    location,
    start: booking.startsAt,
    end: booking.endsAt,
    now,
    sequence: booking.sequence,
    cancelled: booking.endedAt !== null,
  }
}
