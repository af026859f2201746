import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'
/** How many reviews a submission wants of each kind of reviewer, and how many are assigned. */
export const submissionQueue = sqliteTable(
  'submission_queue',
  {
    /** Whose reviewers get it: the author's programme, or the pool that it shares with another. */
    pool: text().notNull(),
    kind: text({ enum: ['peer', 'mentor'] }).notNull(),
    challengeId: text('challenge_id').notNull(),
    language: text().notNull(),
    late: integer({ mode: 'boolean' }).notNull(),
    assigned: integer().notNull(),
    /** The author's reviews given minus owed, within ±5: higher is reviewed sooner. */
    credit: integer().notNull(),
    handInHour: integer('hand_in_hour').notNull(),
    randomOrder: integer('random_order').notNull(),
    wanted: integer().notNull(),
    submissionId: text('submission_id').notNull(),
    authorId: text('author_id').notNull(),
    cohortId: text('cohort_id'),
    preferredId: text('preferred_id'),
    /** The author's programme. */
    organizationId: text('organization_id'),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.kind] })],
)

export const claims = sqliteTable('claims', {
  id: text().primaryKey().notNull(),
  submissionId: text('submission_id'),
  reviewerId: text('reviewer_id').notNull(),
  authorId: text('author_id'),
  organizationId: text('organization_id').notNull(),
  challengeId: text('challenge_id').notNull(),
  role: text({ enum: ['peer', 'mentor'] }).notNull(),
  claimedAt: integer('claimed_at', { mode: 'timestamp_ms' }).notNull(),
  leaseUntil: integer('lease_until', { mode: 'timestamp_ms' }).notNull(),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  endReason: text('end_reason', { enum: ['submitted', 'released', 'lapsed'] }),
  releaseReason: text('release_reason'),
  lockedLevels: text('locked_levels'),
  /** The hidden item that is judged, instead of a submission. */
  itemId: text('item_id'),
  /** 1 to 3: the further answers of a mentor's batch. */
  seat: integer().notNull().default(0),
})

export const reviewDrafts = sqliteTable('review_drafts', {
  claimId: text('claim_id').primaryKey().notNull(),
  body: sealed(25_000).notNull(),
  version: integer().notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
})

export const reviews = sqliteTable('reviews', {
  id: text().primaryKey().notNull(),
  submissionId: text('submission_id'),
  reviewerId: text('reviewer_id').notNull(),
  role: text({ enum: ['peer', 'mentor'] }).notNull(),
  claimId: text('claim_id').notNull(),
  worked: sealed(4_000).notNull(),
  tryNext: sealed(4_000, 'try_next').notNull(),
  handedInAt: integer('handed_in_at', { mode: 'timestamp_ms' }).notNull(),
  /** Until then the review can be undone. */
  effectiveAt: integer('effective_at', { mode: 'timestamp_ms' }).notNull(),
  withdrawnAt: integer('withdrawn_at', { mode: 'timestamp_ms' }),
  /** Handed in after the round closed, or after the lease lapsed and no review was wanted. */
  surplus: integer({ mode: 'boolean' }).notNull(),
  itemId: text('item_id'),
})

export const ratings = sqliteTable(
  'ratings',
  {
    reviewId: text('review_id').notNull(),
    criterion: text().notNull(),
    level: integer().notNull(),
    indicators: text().notNull(),
    reason: sealed(4_000).notNull(),
    aboveSigns: sealed(1_000, 'above_signs'),
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.criterion] })],
)

export const conflictsOfInterest = sqliteTable(
  'conflicts_of_interest',
  {
    accountId: text('account_id').notNull(),
    otherId: text('other_id').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.otherId] })],
)

/** Students and hand-ins of a programme in the last 90 days (`isSmallPool`). No row: small. */
export const reviewPools = sqliteTable('review_pools', {
  organizationId: text('organization_id').primaryKey().notNull(),
  students: integer().notNull(),
  handIns: integer('hand_ins').notNull(),
  small: integer({ mode: 'boolean' }).notNull(),
  countedAt: integer('counted_at', { mode: 'timestamp_ms' }).notNull(),
  mentorTimeDueAt: integer('mentor_time_due_at', { mode: 'timestamp_ms' }).notNull(),
})

/** The promised date of a submission, the next step towards it, and when that step is due. */
export const promises = sqliteTable('promises', {
  submissionId: text('submission_id').primaryKey().notNull(),
  organizationId: text('organization_id').notNull(),
  handedInAt: integer('handed_in_at', { mode: 'timestamp_ms' }).notNull(),
  promisedAt: integer('promised_at', { mode: 'timestamp_ms' }).notNull(),
  step: text({ enum: ['late', 'mentors', 'admin', 'missed', 'over'] }).notNull(),
  dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
  missed: integer().notNull(),
  /** Who is missing, so that no date is promised; next checked at `watchAt`. Empty: nobody. */
  waitsFor: text('waits_for', { enum: ['mentor', 'reviewer'] }),
  toldAt: integer('told_at', { mode: 'timestamp_ms' }),
  watchAt: integer('watch_at', { mode: 'timestamp_ms' }).notNull(),
})

/** Planned mails that work waits: to an author who owes reviews, or to a programme's mentors. */
export const reminders = sqliteTable(
  'reminders',
  {
    submissionId: text('submission_id').notNull(),
    kind: text({ enum: ['owed', 'mentor-place'] }).notNull(),
    organizationId: text('organization_id').notNull(),
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    sent: integer({ mode: 'boolean' }).notNull(),
    timesSent: integer('times_sent').notNull().default(0),
    idleSince: integer('idle_since', { mode: 'timestamp_ms' }),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.kind] })],
)
