import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'

export const practiceResults = sqliteTable(
  'practice_results',
  {
    accountId: text('account_id').notNull(),
    versionHash: text('version_hash').notNull(),
    itemId: text('item_id').notNull(),
    challengeId: text('challenge_id').notNull(),
    levels: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.versionHash, table.itemId] })],
)

/** Answers whose levels are known. Reviewers get them among real ones, and are measured by them. */
export const hiddenItems = sqliteTable('hidden_items', {
  id: text().primaryKey().notNull(),
  challengeId: text('challenge_id').notNull(),
  versionHash: text('version_hash').notNull(),
  language: text().notNull(),
  /** The programme whose reviewers get it. Null: every programme. */
  pool: text(),
  /** `public`: from the version's calibration. `round`: a round whose author agreed. */
  source: text({ enum: ['public', 'round'] }).notNull(),
  /** The id of a public item in its version's calibration. */
  itemKey: text('item_key'),
  submissionId: text('submission_id'),
  /** JSON: the known level of each criterion. */
  levels: text().notNull(),
  /** How sure the levels are: 0 for a public item, else the variance of the mentor who gave them. */
  anchorVariance: real('anchor_variance').notNull(),
  /** The redacted answers of a round, as JSON. Null for a public item, and once it is retired. */
  body: sealed(65_536),
  madeAt: integer('made_at', { mode: 'timestamp_ms' }).notNull(),
  /** From then on it is not offered. */
  retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
  /** Who wrote it. Null for a public item. */
  authorId: text('author_id'),
})

/** Whether an author agrees that their answer becomes a hidden item. No row: not answered yet. */
export const itemAgreements = sqliteTable('item_agreements', {
  submissionId: text('submission_id').primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  agreed: integer({ mode: 'boolean' }).notNull(),
  answeredAt: integer('answered_at', { mode: 'timestamp_ms' }).notNull(),
})

/** How a reviewer's levels differ from known levels, in each role. No row: not measured. */
export const reviewerRecords = sqliteTable(
  'reviewer_records',
  {
    accountId: text('account_id').notNull(),
    role: text({ enum: ['peer', 'mentor'] })
      .notNull()
      .default('peer'),
    variance: real().notNull(),
    shift: real().notNull(),
    setAside: integer('set_aside', { mode: 'boolean' }).notNull(),
    anchored: integer().notNull(),
    measuredAt: integer('measured_at', { mode: 'timestamp_ms' }).notNull(),
    snapshotDueAt: integer('snapshot_due_at', { mode: 'timestamp_ms' }),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.role] })],
)
