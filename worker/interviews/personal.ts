import type { Personal } from '../foundation/personal-rows.ts'

const ofOwnRequests = 'request_id IN (SELECT id FROM interview_requests WHERE student_id = ?1)'
const recordOfEmployer = 'the record of the employer, for 24 months, without what says who it was'
const staffRow = (of: string) => ({
  topic: 'staff' as const,
  of,
  exported: { not: 'it is about the employer and the student' },
  erase: { detach: {}, why: 'the work of the employer, which stays without its author' },
})

export const personal = {
  interview_requests: [
    {
      topic: 'interviews',
      of: 'student_id = ?1',
      exported: [
        'id',
        'organization_id',
        'state',
        'edition',
        'telephone',
        'created_at',
        'answer_by',
        'ended_at',
        'ended_by',
      ],
      exportedIf: "edition > 0 AND state NOT IN ('draft', 'queued')",
      erase: { detach: { telephone: 'NULL' }, why: recordOfEmployer },
    },
    staffRow('recruiter_id = ?1'),
  ],
  request_editions: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: ['request_id', 'number', 'content', 'created_at'],
      erase: { keep: recordOfEmployer },
    },
    staffRow('sent_by = ?1'),
  ],
  slots: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: ['request_id', 'offered_by', 'starts_at', 'ends_at', 'zone'],
      erase: { keep: recordOfEmployer },
    },
    staffRow('host_id = ?1'),
  ],
  bookings: [
    {
      topic: 'interviews',
      of: 'student_id = ?1',
      exported: [
        'request_id',
        'starts_at',
        'ends_at',
        'location',
        'contact',
        'created_at',
        'ended_at',
      ],
      erase: { keep: recordOfEmployer },
    },
    staffRow('host_id = ?1'),
  ],
  interview_events: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: [
        'request_id',
        'version',
        'event',
        'actor',
        'cause',
        'parts',
        'words',
        'at',
        'starts_at',
      ],
      erase: { detach: { words: 'NULL' }, why: recordOfEmployer },
    },
    staffRow("account_id = ?1 AND actor = 'recruiter'"),
  ],
  outcomes: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: ['request_id', 'side', 'outcome', 'feedback', 'at'],
      erase: { detach: { feedback: 'NULL' }, why: recordOfEmployer },
    },
    staffRow('account_id = ?1'),
  ],
  interview_notes: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: ['request_id', 'words', 'updated_at'],
      erase: 'delete',
    },
  ],
  request_messages: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: ['request_id', 'side', 'topic', 'words', 'at'],
      erase: 'delete',
    },
    staffRow("account_id = ?1 AND side = 'recruiter'"),
  ],
} satisfies Personal
