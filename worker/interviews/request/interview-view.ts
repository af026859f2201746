import type { Call } from '../../foundation/call/call.ts'
import { readContact } from '../edition/meeting.ts'
import { isTooSoon, offerUntil, soonestMinutes } from '../slot/slot.ts'
import { openFeedback } from '../sealed/words.ts'
import { openPlace } from '../sealed/place.ts'
import type { findBooking, findEvents, findOutcomes, findSlots } from './find-request-page.ts'
import { interviewTimes, limits } from './interview-times.ts'
import type { InterviewRequest } from './request.ts'

type Row<Find extends (...all: never[]) => PromiseLike<unknown[]>> = Awaited<
  ReturnType<Find>
>[number]

interface Parts {
  side: 'recruiter' | 'student'
  request: InterviewRequest
  booking: Row<typeof findBooking> | undefined
  slots: Row<typeof findSlots>[]
  events: Row<typeof findEvents>[]
  outcomes: Row<typeof findOutcomes>[]
}

/** What either side sees of an interview: place, other times, time limits and outcomes. */
export async function interviewView(
  call: Call,
  { side, request, booking, slots, events, outcomes }: Parts,
) {
  const { version, endedBy, endedAt, outcomeDue, offerVersion } = request
  const offered = slots.filter(
    (slot) => offerVersion !== null && slot.offerVersion === offerVersion,
  )
  const asked = events.filter(({ event, actor }) => event === 'ask-move' && actor === side)
  const [first] = offered
  const last = new Date(Math.max(...offered.map(({ startsAt }) => startsAt.getTime())))
  const place = booking && (await openPlace(call, booking))
  return {
    /** The number of events so far. Some writes must name the version that the page shows. */
    version,
    booking: booking
      ? {
          ...booking,
          location: place?.location ?? null,
          contact: place?.contact ? readContact(place.contact) : null,
        }
      : null,
    /** Other times on offer instead of the booked one, and which side offered them. */
    offer:
      first && booking
        ? {
            by: first.offeredBy,
            version: first.offerVersion,
            until: offerUntil(booking.startsAt, last),
            slots: offered.map((slot) => slotView(call, slot)),
          }
        : null,
    movesLeft: limits.moves - asked.length,
    times: interviewTimes({ booking, endedAt, soonestMinutes }),
    endedBy,
    outcomeDue,
    outcomes: await Promise.all(outcomes.map((outcome) => outcomeView(call, outcome))),
  }
}

async function outcomeView(call: Call, row: Row<typeof findOutcomes>) {
  const { side: by, outcome, at } = row
  return { by, outcome, feedback: await openFeedback(call, row), at }
}

/** A time on offer. It is not free if it starts too soon (`isTooSoon`). */
export function slotView(call: Call, slot: Row<typeof findSlots>) {
  const { id, startsAt, endsAt, zone, free } = slot
  return { id, startsAt, endsAt, zone, free: free === 1 && !isTooSoon(startsAt, call.now) }
}
