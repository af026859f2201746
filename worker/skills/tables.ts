import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A stored rubric. Challenge versions and achievements refer to its hash, so it never changes. */
export const rubricVersions = sqliteTable('rubric_versions', {
  hash: text().primaryKey().notNull(),
  skill: text().notNull(),
  language: text().notNull(),
  body: text().notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
})
