import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const time = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** Civilian titles of a military code, from a list that the operator loaded. */
export const militaryCodes = sqliteTable(
  'military_codes',
  {
    code: text().notNull(),
    /** `unknown` if the list has no branches. */
    branch: text().notNull(),
    name: text(),
    titles: text().notNull(),
    fileHash: text('file_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.branch] })],
)

export const pathways = sqliteTable('pathways', {
  id: text().primaryKey().notNull(),
  organizationId: text('organization_id').notNull(),
  kind: text({ enum: ['skill', 'entry', 'exit', 'promotion'] }).notNull(),
  /** JSON of a PathwayDraft. */
  draft: text().notNull(),
  /** Raised by each save of the draft. */
  version: integer().notNull(),
  /** The number of the version that students can choose now. */
  offered: integer(),
  createdAt: time('created_at').notNull(),
})

export const pathwayVersions = sqliteTable(
  'pathway_versions',
  {
    pathwayId: text('pathway_id').notNull(),
    number: integer().notNull(),
    publishedAt: time('published_at').notNull(),
    /** Canonical JSON of a PathwayBody. */
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.pathwayId, table.number] })],
)

export const enrolments = sqliteTable('enrolments', {
  id: text().primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  pathwayId: text('pathway_id').notNull(),
  /** The student stays on it until they move to a newer one. */
  version: integer().notNull(),
  enrolledAt: time('enrolled_at').notNull(),
  leftAt: time('left_at'),
})

/** Something from outside Mettle that an admin has confirmed for a student. */
export const attestations = sqliteTable('attestations', {
  id: text().primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  organizationId: text('organization_id').notNull(),
  /** As a step of the programme names it. */
  title: text().notNull(),
  attestedBy: text('attested_by').notNull(),
  at: time('at').notNull(),
  endedBy: text('ended_by'),
  endedAt: time('ended_at'),
})
