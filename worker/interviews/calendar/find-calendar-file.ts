import { type SQL, and, eq, isNull } from 'drizzle-orm'

import { openEmail } from '../../accounts/account/open-account.ts'
import { actingOf } from '../../accounts/session/acting.ts'
import { accounts } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { readerOf } from '../../foundation/reader/languages.ts'
import { organizations } from '../../organizations/tables.ts'
import { bookedEvent } from './booked-event.ts'
import { calendarFile } from './calendar.ts'
import { openEdition } from '../sealed/wording.ts'
import { asksForEmployer } from '../request/find-request.ts'
import { bookings, interviewRequests, requestEditions } from '../tables.ts'

interface Recipient {
  requestId: string
  accountId: string
  /** A condition on `interviewRequests`. Not set if the recipient is known to be allowed. */
  scope?: SQL
  /** Whether to find cancelled bookings too, for the file that removes them from a calendar. */
  cancelled?: boolean
}

/** The file for the caller, if the interview is their own or their employer's. */
export function findOwnCalendarFile(call: Call, requestId: string) {
  const accountId = call.actorId
  const scope = asksForEmployer(call)
    ? eq(interviewRequests.organizationId, actingOf(call).organizationId)
    : eq(interviewRequests.studentId, accountId)
  return findCalendarFile(call, { requestId, accountId, scope })
}

/**
 * The calendar file of an interview for one recipient. Undefined if there is no live booking (with
 * `cancelled`, no booking at all) or `scope` excludes the request.
 */
export async function findCalendarFile(
  call: Call,
  { requestId, accountId, scope, cancelled = false }: Recipient,
): Promise<string | undefined> {
  const [[found], [account]] = await call.db.batch([
    call.db
      .select({
        booking: bookings,
        employer: organizations.name,
        number: requestEditions.number,
        content: requestEditions.content,
      })
      .from(bookings)
      .innerJoin(interviewRequests, eq(interviewRequests.id, bookings.requestId))
      .innerJoin(organizations, eq(organizations.id, interviewRequests.organizationId))
      .innerJoin(
        requestEditions,
        and(
          eq(requestEditions.requestId, bookings.requestId),
          eq(requestEditions.number, interviewRequests.edition),
        ),
      )
      .where(
        and(
          eq(bookings.requestId, requestId),
          cancelled ? undefined : isNull(bookings.endedAt),
          scope,
        ),
      ),
    call.db.select().from(accounts).where(eq(accounts.id, accountId)),
  ])
  if (!found || !account) return undefined
  const { booking, employer, number, content } = found
  const [edition, attendee] = await Promise.all([
    openEdition(call, { requestId, number, content }),
    openEmail(call, accountId, account.email),
  ])
  return calendarFile(
    await bookedEvent(call, {
      booking,
      requestId,
      employer,
      edition,
      attendee,
      reader: readerOf(account),
    }),
  )
}
