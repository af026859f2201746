import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const notifications = sqliteTable('notifications', {
  id: text().primaryKey().notNull(),
  accountId: text('account_id').notNull(),
  kind: text().notNull(),
  subjectId: text('subject_id').notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  readAt: integer('read_at', { mode: 'timestamp_ms' }),
  mailedAt: integer('mailed_at', { mode: 'timestamp_ms' }),
})

export const mailPreferences = sqliteTable(
  'mail_preferences',
  {
    accountId: text('account_id').notNull(),
    kind: text().notNull(),
    wanted: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.kind] })],
)

/** The last version of a result (its round) or of an interview request that an account has read. */
export const readVersions = sqliteTable(
  'read_versions',
  {
    accountId: text('account_id').notNull(),
    subjectId: text('subject_id').notNull(),
    version: integer().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.subjectId] })],
)

/** HMACs of addresses that refuse invitation mails, from one organization or (null) from all. */
export const mailRefusals = sqliteTable('mail_refusals', {
  emailIndex: text('email_index').notNull(),
  organizationId: text('organization_id'),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  emailIndexKey: text('email_index_key').notNull(),
})

const keyedAddress = {
  emailIndex: text('email_index').notNull(),
  emailIndexKey: text('email_index_key').notNull(),
}

/** What a carrier answered to one try to send one mail. */
export const mailOutcomes = sqliteTable(
  'mail_outcomes',
  {
    mailId: text('mail_id').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    sort: text({ enum: ['code', 'invitation', 'news'] }).notNull(),
    carrier: text({ enum: ['mailbox', 'platform', 'http'] }).notNull(),
    outcome: text({ enum: ['sent', 'quota', 'suppressed', 'refused', 'unknown'] }).notNull(),
    ...keyedAddress,
    carrierId: text('carrier_id'),
  },
  (table) => [primaryKey({ columns: [table.mailId, table.at] })],
)

/** HMACs of addresses that get no mail but sign-in codes, and why. */
export const mailSuppressions = sqliteTable('mail_suppressions', {
  ...keyedAddress,
  emailIndex: text('email_index').primaryKey().notNull(),
  reason: text({ enum: ['bounced', 'complained', 'blocked'] }).notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
})

/** A carrier that was used, its next free moment, and whether its quota is used up. */
export const mailCarriers = sqliteTable('mail_carriers', {
  name: text({ enum: ['mailbox', 'platform', 'http'] })
    .primaryKey()
    .notNull(),
  nextAt: integer('next_at', { mode: 'timestamp_ms' }).notNull(),
  isFull: integer('is_full', { mode: 'boolean' }).notNull().default(false),
  fullAt: integer('full_at', { mode: 'timestamp_ms' }),
})
