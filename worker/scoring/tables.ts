import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const states = ['proficient', 'not-yet', 'needs-more'] as const

/** One row per criterion and settled review, with everything needed to compute it again exactly. */
export const estimates = sqliteTable(
  'estimates',
  {
    submissionId: text('submission_id').notNull(),
    criterion: text().notNull(),
    number: integer().notNull(),
    model: text().notNull(),
    priorMean: real('prior_mean').notNull(),
    priorVariance: real('prior_variance').notNull(),
    inputs: text().notNull(),
    mean: real().notNull(),
    variance: real().notNull(),
    p: real().notNull(),
    count: integer().notNull(),
    state: text({ enum: states }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.criterion, table.number] })],
)

/** A round closes once: one decision per submission. */
export const decisions = sqliteTable('decisions', {
  id: text().primaryKey().notNull(),
  submissionId: text('submission_id').notNull().unique(),
  state: text({ enum: states }).notNull(),
  /** Of the badge: 3 in this version. Empty unless proficient. */
  level: integer(),
  decidedAt: integer('decided_at', { mode: 'timestamp_ms' }).notNull(),
})
