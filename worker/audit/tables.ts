import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const auditEntries = sqliteTable('audit_entries', {
  id: text().primaryKey().notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  actorId: text('actor_id').notNull(),
  membershipId: text('membership_id'),
  organizationId: text('organization_id'),
  action: text().notNull(),
  subjectId: text('subject_id').notNull(),
  requestId: text('request_id').notNull(),
  detail: text().notNull(),
  /** The entry's time if the trail shows it with a name, or else 0. */
  namedAt: integer('named_at').notNull().default(0),
  /** What the action is about: `areaOf` in actions.ts. */
  area: text().notNull().default('other'),
})
