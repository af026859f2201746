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
