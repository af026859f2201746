import type { Request } from '../../../web/student/interview/requests.ts'
import { edition, requestId } from './hiring.ts'
import { noInterview } from './interviewing.ts'

export const identityHash = 'b7'.repeat(32)

/** A request as the student gets it: three times, the second no longer free. */
export function anAsk(more: Partial<Request> = {}): Request {
  const slot = (number: number, at: string, free = true) => ({
    id: `0d5f3a10-0000-4000-8000-00000000000${number}`,
    startsAt: `2026-12-${at}:00.000Z`,
    endsAt: new Date(Date.parse(`2026-12-${at}:00.000Z`) + 40 * 60_000).toISOString(),
    zone: 'Asia/Tokyo',
    free,
  })
  return {
    id: requestId,
    state: 'delivered',
    because: null,
    edition: 1,
    answerBy: '2026-12-08T18:00:00.000Z',
    acceptBy: null,
    revisionsLeft: 2,
    employer: {
      id: '2b6492ca-0000-4000-8000-0000000000e1',
      name: 'Harbourline',
      legalName: 'Harbourline Passenger Services Ltd',
      site: 'https://harbourline.example',
      country: 'GB',
    },
    content: edition,
    slots: [slot(1, '09T16:30'), slot(2, '10T09:00', false), slot(3, '14T18:00')],
    ...noInterview,
    note: null,
    telephoneShared: false,
    own: { name: 'Leila Haddad', email: 'leila@post.example' },
    consentText: { version: '2026-11-1', text: 'I accept.', hash: identityHash },
    events: [],
    ...more,
  }
}
