import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'
import { outcomeKinds } from './outcome/outcome-input.ts'
import { requestStates } from './request/state.ts'

const time = (name: string) => integer(name, { mode: 'timestamp_ms' })
const causes = [
  'student-unavailable',
  'no-longer-available',
  'blocked',
  'consent-withdrawn',
] as const
const sides = ['recruiter', 'student'] as const

/** An employer's request and its state; `version` counts its events. */
export const interviewRequests = sqliteTable('interview_requests', {
  id: text().primaryKey().notNull(),
  organizationId: text('organization_id').notNull(),
  studentId: text('student_id').notNull(),
  openingId: text('opening_id').notNull(),
  recruiterId: text('recruiter_id').notNull(),
  pseudonym: text().notNull(),
  state: text({ enum: requestStates }).notNull(),
  version: integer().notNull(),
  edition: integer().notNull(),
  revisions: integer().notNull(),
  /** JSON: a wording that was sent but not delivered. */
  draft: sealed(10_000),
  deliverAt: time('deliver_at'),
  /** Until when the student must answer, or the employer must send a new wording. */
  answerBy: time('answer_by'),
  disclosureId: text('disclosure_id'),
  /** The number that the student typed for this employer. */
  telephone: sealed(30),
  createdAt: time('created_at').notNull(),
  endedAt: time('ended_at'),
  /** The version of the event whose times are on offer instead of the booked one. */
  offerVersion: integer('offer_version'),
  /** Which side cancelled or was absent. Empty after a dispute. */
  endedBy: text('ended_by', { enum: sides }),
  /** Until when the employer must record the outcome. */
  outcomeDue: time('outcome_due'),
})

/** A wording as it was sent. */
export const requestEditions = sqliteTable(
  'request_editions',
  {
    requestId: text('request_id').notNull(),
    number: integer().notNull(),
    openingVersionId: text('opening_version_id').notNull(),
    /** JSON. */
    content: sealed(10_000).notNull(),
    sentBy: text('sent_by').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.number] })],
)

/** A time that was offered; the host is the interviewer. */
export const slots = sqliteTable('slots', {
  id: text().primaryKey().notNull(),
  requestId: text('request_id').notNull(),
  edition: integer().notNull(),
  hostId: text('host_id').notNull(),
  offeredBy: text('offered_by', { enum: sides }).notNull(),
  startsAt: time('starts_at').notNull(),
  endsAt: time('ends_at').notNull(),
  zone: text().notNull(),
  /** 0: offered with a wording. Else the version of the event that offered it instead. */
  offerVersion: integer('offer_version').notNull().default(0),
})

/** The booked time of an interview, from the slot that was chosen. */
export const bookings = sqliteTable('bookings', {
  id: text().primaryKey().notNull(),
  requestId: text('request_id').notNull(),
  slotId: text('slot_id').notNull(),
  hostId: text('host_id').notNull(),
  studentId: text('student_id').notNull(),
  startsAt: time('starts_at').notNull(),
  endsAt: time('ends_at').notNull(),
  /** The sequence number of the calendar file: 0 at first, one more for each change. */
  sequence: integer().notNull(),
  createdAt: time('created_at').notNull(),
  endedAt: time('ended_at'),
  /** The link, the address or the number. */
  location: sealed(300),
  /** JSON: the contact person. */
  contact: sealed(600),
})

/** The events of a request. The key allows one per version, so the second of two at once fails. */
export const interviewEvents = sqliteTable(
  'interview_events',
  {
    requestId: text('request_id').notNull(),
    version: integer().notNull(),
    event: text().notNull(),
    actor: text({ enum: ['recruiter', 'student', 'timer'] }).notNull(),
    accountId: text('account_id'),
    state: text({ enum: requestStates }).notNull(),
    edition: integer().notNull(),
    cause: text({ enum: causes }),
    /** JSON list: what the student asked to have changed. */
    parts: text(),
    /** A reason or a note. */
    words: sealed(500),
    at: time('at').notNull(),
    /** The time that this event set, if any. */
    startsAt: time('starts_at'),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.version] })],
)

/** Outcomes of an interview: the employer's decision first, then later changes. */
export const outcomes = sqliteTable(
  'outcomes',
  {
    requestId: text('request_id').notNull(),
    version: integer().notNull(),
    side: text({ enum: sides }).notNull(),
    outcome: text({ enum: outcomeKinds }).notNull(),
    feedback: sealed(2_000),
    accountId: text('account_id').notNull(),
    at: time('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.version] })],
)

/** What a student noted about an interview for themselves. */
export const interviewNotes = sqliteTable('interview_notes', {
  requestId: text('request_id').primaryKey().notNull(),
  words: sealed(2_000).notNull(),
  updatedAt: time('updated_at').notNull(),
})

/** What the two sides write to each other. */
export const requestMessages = sqliteTable('request_messages', {
  id: text().primaryKey().notNull(),
  requestId: text('request_id').notNull(),
  side: text({ enum: sides }).notNull(),
  accountId: text('account_id').notNull(),
  topic: text({ enum: ['adjustment'] }),
  words: sealed(2_000).notNull(),
  at: time('at').notNull(),
})
