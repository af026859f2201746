import type { Opening } from '../../../web/recruiter/opening/openings.ts'
import type { Request } from '../../../web/recruiter/requests.ts'
import { noInterview } from './interviewing.ts'

export const openingId = '2b6492ca-cfad-4cbc-9c53-22ca63fd6fdb'
export const requestId = '6a3fdb1e-0b0c-4a55-9d0f-3f6f6f7a1c11'

export const content: NonNullable<Opening['approved']>['content'] = {
  title: 'Passenger service assistant',
  duties:
    'You meet people where the ferry begins for them: at the desk, on the ramp, and in the rain.',
  pay: { minimum: 12.9, maximum: 14.4, currency: 'GBP', period: 'hour' },
  hoursPerWeek: 30,
  startMonth: '2027-01',
  contract: 'permanent',
  place: { name: 'Ferry terminal in Hull', country: 'GB', region: 'GB-KHL' },
  remote: false,
}

export function anOpening(more: Partial<Opening> = {}): Opening {
  return {
    id: openingId,
    version: 1,
    title: content.title,
    approved: { content, decidedAt: '2026-11-12T10:00:00.000Z', reason: null },
    waiting: null,
    declined: null,
    ...more,
  }
}

export const organization = {
  name: 'Harbourline',
  legalName: 'Harbourline Passenger Services Ltd',
  site: 'https://harbourline.example',
  country: 'GB',
  state: 'approved',
}

export const edition = {
  ...content,
  format: 'video' as const,
  minutes: 40,
  interviewers: [{ name: 'Anneke Visser', title: 'Recruiter' }],
  next: 'We decide within five working days and ring you either way.',
  promptedBy: ['collaboration'],
  slots: ['10:00', '11:00', '12:00'].map((time) => ({
    local: `2026-12-09T${time}`,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })),
}

export function aRequest(more: Partial<Request> = {}): Request {
  return {
    id: requestId,
    pseudonym: 'abe982c8-cf19-80e7-b7f4-90a057569259',
    openingId,
    state: 'queued',
    edition: 1,
    revisions: 0,
    deliverAt: '2026-11-25T18:05:00.000Z',
    answerBy: null,
    acceptBy: null,
    createdAt: '2026-11-25T18:00:00.000Z',
    again: null,
    title: content.title,
    isRead: true,
    name: null,
    unreadMessageId: null,
    available: true,
    draft: null,
    content: edition,
    slots: [],
    ...noInterview,
    version: 2,
    telephoneShared: false,
    disclosureId: null,
    events: [],
    ...more,
  }
}

/** The address of a call. */
export const addressOf = (input: RequestInfo | URL | undefined): string =>
  input instanceof globalThis.Request ? input.url : (input?.toString() ?? '')
