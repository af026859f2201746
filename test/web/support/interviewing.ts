import type { Interview } from '../../../web/meeting/interview.ts'
import type { Summary } from '../../../web/recruiter/requests.ts'

/** The fields that either side reads of a request without an interview. */
export const noInterview = {
  version: 3,
  booking: null,
  offer: null,
  movesLeft: 2,
  times: {
    movableUntil: null,
    absentFrom: null,
    absentUntil: null,
    disputeUntil: null,
    amendUntil: null,
    messagesUntil: null,
  },
  endedBy: null,
  outcomeDue: null,
  outcomes: [],
} satisfies Partial<Interview>

/** The fields that either side reads of it in a list. */
export const noMeeting = {
  startsAt: null,
  endsAt: null,
  located: false,
  offeredBy: null,
  endedBy: null,
  outcomeDue: null,
  disputeUntil: null,
} satisfies Partial<Summary>

/** A Wednesday afternoon, forty minutes. */
export const booked: NonNullable<Interview['booking']> = {
  id: '0d5f3a10-0000-4000-8000-0000000000b1',
  startsAt: '2026-12-09T16:30:00.000Z',
  endsAt: '2026-12-09T17:10:00.000Z',
  zone: 'Asia/Tokyo',
  sequence: 0,
  location: null,
  contact: null,
}

/** An agreed interview, with the times that the Worker computes. */
export const agreed = {
  ...noInterview,
  state: 'scheduled' as const,
  booking: booked,
  times: {
    ...noInterview.times,
    movableUntil: '2026-12-09T14:30:00.000Z',
    absentFrom: '2026-12-09T16:45:00.000Z',
    absentUntil: '2026-12-10T17:10:00.000Z',
    messagesUntil: '2026-12-23T17:10:00.000Z',
  },
}

type Event = Interview['events'][number]

/** An event of an interview. */
export const anEvent = (event: string, by: Event['by'], words: string | null = null) => ({
  event,
  by,
  at: '2026-11-25T18:00:00.000Z',
  startsAt: null,
  parts: [],
  words,
})
