import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'
import { requestStates } from './request/state.ts'

const time = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** An employer's ask and where it stands; `version` counts its events. */
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
  /** JSON: what came back unsent. */
  draft: sealed(10_000),
  deliverAt: time('deliver_at'),
  answerBy: time('answer_by'),
  disclosureId: text('disclosure_id'),
  /** What the student typed for this employer. */
  telephone: sealed(30),
  createdAt: time('created_at').notNull(),
  endedAt: time('ended_at'),
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

/** A time on offer; its host is who offered it. */
export const slots = sqliteTable('slots', {
  id: text().primaryKey().notNull(),
  requestId: text('request_id').notNull(),
  edition: integer().notNull(),
  hostId: text('host_id').notNull(),
  offeredBy: text('offered_by', { enum: ['recruiter', 'student'] }).notNull(),
  startsAt: time('starts_at').notNull(),
  endsAt: time('ends_at').notNull(),
  zone: text().notNull(),
})

/** The slot that was chosen. */
export const bookings = sqliteTable('bookings', {
  id: text().primaryKey().notNull(),
  requestId: text('request_id').notNull(),
  slotId: text('slot_id').notNull(),
  hostId: text('host_id').notNull(),
  studentId: text('student_id').notNull(),
  startsAt: time('starts_at').notNull(),
  endsAt: time('ends_at').notNull(),
  /** Counts its calendar files. */
  sequence: integer().notNull(),
  createdAt: time('created_at').notNull(),
  endedAt: time('ended_at'),
})

/** One event a version: two that come at once cannot both be the next. */
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
    cause: text({ enum: ['student-unavailable', 'no-longer-available', 'blocked'] }),
    /** JSON list: what the student asked to have changed. */
    parts: text(),
    /** A reason or a note. */
    words: sealed(500),
    at: time('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.version] })],
)
