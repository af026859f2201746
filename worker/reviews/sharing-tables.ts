import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * A programme's question to another whether to share reviewers, and what became of it. Two
 * programmes share while `answer` is accepted and `endedAt` is null.
 */
export const reviewerSharings = sqliteTable('reviewer_sharings', {
  id: text().primaryKey().notNull(),
  askingOrganizationId: text('asking_organization_id').notNull(),
  askedOrganizationId: text('asked_organization_id').notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: integer('asked_at', { mode: 'timestamp_ms' }).notNull(),
  answer: text({ enum: ['accepted', 'declined', 'withdrawn'] }),
  answeredBy: text('answered_by'),
  answeredAt: integer('answered_at', { mode: 'timestamp_ms' }),
  endedBy: text('ended_by'),
  /** Which of the two programmes ended it. */
  endingOrganizationId: text('ending_organization_id'),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
})
