import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from './crypto/sealed-column.ts'

/** One row per committed write. A retry with the same key returns the stored answer. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    accountId: text('account_id').notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    answer: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.key] })],
)

/** One row per consumer of a note. */
export const outbox = sqliteTable('outbox', {
  id: text().primaryKey().notNull(),
  kind: text().notNull(),
  consumer: text().notNull(),
  lane: integer().notNull(),
  subjectId: text('subject_id').notNull(),
  payload: text().notNull(),
  dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
  firstDueAt: integer('first_due_at', { mode: 'timestamp_ms' }).notNull(),
  untilAt: integer('until_at', { mode: 'timestamp_ms' }),
  attempts: integer().notNull().default(0),
  leaseToken: text('lease_token'),
  leaseUntil: integer('lease_until', { mode: 'timestamp_ms' }),
  doneAt: integer('done_at', { mode: 'timestamp_ms' }),
  deadAt: integer('dead_at', { mode: 'timestamp_ms' }),
  problem: text(),
})

/**
 * Holds no rows. Its trigger fails the batch unless the statement before changed exactly one row.
 */
export const guardRows = sqliteTable('guard', {
  name: text().notNull(),
  changed: integer().notNull(),
})

/**
 * When the cron last ran, and when the last backup was made. `self_test`: the time of the tick,
 * sealed with the key of its day.
 */
export const operationTimes = sqliteTable('operation_times', {
  name: text({ enum: ['tick', 'backup'] })
    .primaryKey()
    .notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  selfTest: sealed(24, 'self_test'),
})

export const counters = sqliteTable(
  'counters',
  {
    key: text().notNull(),
    startsAt: integer('starts_at', { mode: 'timestamp_ms' }).notNull(),
    n: integer().notNull(),
    cap: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.startsAt] })],
)
