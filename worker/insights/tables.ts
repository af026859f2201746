import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The members of a cohort whose figures were shown to an admin, if they are five or more. */
export const shownGroups = sqliteTable(
  'shown_groups',
  {
    organizationId: text('organization_id').notNull(),
    membersHash: text('members_hash').notNull(),
    /** JSON list of account ids, sorted. */
    members: text().notNull(),
    firstShownAt: integer('first_shown_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.membersHash] })],
)

/** The figures shown of a group on the latest day on which an admin asked for them. */
export const groupFigures = sqliteTable(
  'group_figures',
  {
    organizationId: text('organization_id').notNull(),
    /** Empty: the whole programme. */
    cohortId: text('cohort_id').notNull(),
    day: text().notNull(),
    figures: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.cohortId] })],
)
