import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const states = ['proficient', 'not-yet', 'needs-more'] as const

/**
 * A row per criterion each time a round is estimated, with all that is needed to repeat it exactly.
 */
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

/** The decision that closes a round, at most one per submission. */
export const decisions = sqliteTable('decisions', {
  id: text().primaryKey().notNull(),
  submissionId: text('submission_id').notNull().unique(),
  state: text({ enum: states }).notNull(),
  /** The level of the badge: 3 in this version. Empty unless proficient. */
  level: integer(),
  decidedAt: integer('decided_at', { mode: 'timestamp_ms' }).notNull(),
})
