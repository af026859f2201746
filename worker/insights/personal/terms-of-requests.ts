import { messagesKeptMonths, requestsKeptMonths } from '../../interviews/request/kept-months.ts'
import { disclosuresKeptMonths } from '../../organizations/consent/kept-months.ts'
import type { Term } from './term.ts'

/**
 * The tables with a `request_id`, deleted with their interview request. A table that references
 * another comes before it. Add every new one here.
 */
export const partsOfRequest = [
  'interview_events',
  'outcomes',
  'interview_notes',
  'request_messages',
  'bookings',
  'slots',
  'request_editions',
]

/** When interview requests are deleted, with their messages and other parts. */
export const termsOfRequests: Record<string, Term | readonly Term[]> = {
  request_messages: { months: messagesKeptMonths, key: 'id', old: 'at <= ?1', by: 'at' },
  interview_requests: [
    {
      months: requestsKeptMonths,
      key: 'id',
      // The term of an interview that was held but never decided starts when its outcome was due.
      old: 'coalesce(ended_at, outcome_due) <= ?1',
      by: 'coalesce(ended_at, outcome_due), id',
      parts: { of: 'request_id', tables: partsOfRequest },
    },
    // Drafts, which the student never got.
    {
      months: 12,
      key: 'id',
      old: "state = 'draft' AND created_at <= ?1",
      by: 'created_at, id',
      parts: { of: 'request_id', tables: partsOfRequest },
    },
  ],
  // Deleted after the requests that reference them.
  disclosures: {
    months: disclosuresKeptMonths,
    key: 'id',
    old: `at <= ?1
      AND NOT EXISTS (SELECT 1 FROM interview_requests r WHERE r.disclosure_id = disclosures.id)`,
    by: 'at',
  },
}
