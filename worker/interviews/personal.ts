import { type Personal, fromJson } from '../foundation/personal-rows.ts'
import { withoutNames } from './edition/without-names.ts'

const ofOwnRequests = 'request_id IN (SELECT id FROM interview_requests WHERE student_id = ?1)'
/**
 * The student learns of a request when its first wording is delivered, and of each later wording
 * when that one is delivered.
 */
const deliveredTo = (requestId: string) => `(SELECT max(d.edition) FROM interview_events d
  WHERE d.request_id = ${requestId} AND d.event = 'deliver')`
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
        'telephone',
        'created_at',
        'answer_by',
        'ended_at',
        'ended_by',
      ],
      exportedIf: `${deliveredTo('interview_requests.id')} > 0`,
      // A wording that is not delivered yet does not show.
      shown: { state: (state) => (state === 'queued' ? 'revision-requested' : state) },
      erase: { detach: { telephone: 'NULL' }, why: recordOfEmployer },
    },
    staffRow('recruiter_id = ?1'),
  ],
  request_editions: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: ['request_id', 'number', 'content', 'created_at'],
      exportedIf: `number <= ${deliveredTo('request_editions.request_id')}`,
      shown: { content: (content) => withoutNames(String(content)) },
      erase: { keep: recordOfEmployer },
    },
    staffRow('sent_by = ?1'),
  ],
  slots: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: ['request_id', 'offered_by', 'starts_at', 'ends_at', 'zone'],
      exportedIf: `edition <= ${deliveredTo('slots.request_id')}`,
      erase: { keep: recordOfEmployer },
    },
    staffRow('host_id = ?1'),
  ],
  bookings: [
    {
      topic: 'interviews',
      of: ofOwnRequests,
      exported: [
        'id',
        'request_id',
        'starts_at',
        'ends_at',
        // Not the contact: it is the name and the address of another person.
        'location',
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
      // Not what the employer did before a wording was delivered.
      exportedIf: `${deliveredTo('interview_events.request_id')} > 0
        AND (actor = 'student' OR event NOT IN ('create', 'send', 'undo'))`,
      shown: { parts: fromJson },
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
