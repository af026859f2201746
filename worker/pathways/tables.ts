import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'

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

/** What somebody says that they can do already, in one skill, from past work. */
export const priorLearningClaims = sqliteTable('prior_learning_claims', {
  id: text().primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  /** Where it was begun, or handed in. */
  organizationId: text('organization_id').notNull(),
  skill: text().notNull(),
  isService: integer('is_service', { mode: 'boolean' }).notNull(),
  /** A day or a month, as typed. */
  leftSchoolOn: sealed(10, 'left_school_on'),
  /** JSON: up to five addresses. */
  links: sealed(3_000),
  /** Raised by each save of jobs, links and the day of leaving school. */
  version: integer().notNull(),
  createdAt: time('created_at').notNull(),
  updatedAt: time('updated_at').notNull(),
  /** What was handed in; null while it is a draft, also again after it was withdrawn. */
  attemptId: text('attempt_id').unique(),
  submittedAt: time('submitted_at'),
  withdrawnAt: time('withdrawn_at'),
  /** Set by a trigger on decisions. */
  decidedAt: time('decided_at'),
})

/** One part of the account for each criterion. */
export const priorLearningParts = sqliteTable(
  'prior_learning_parts',
  {
    claimId: text('claim_id').notNull(),
    competency: text().notNull(),
    text: sealed(20_000).notNull(),
    version: integer().notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.competency] })],
)

/** A job or a duty, paid or not. */
export const priorLearningJobs = sqliteTable(
  'prior_learning_jobs',
  {
    claimId: text('claim_id').notNull(),
    number: integer().notNull(),
    title: sealed(80).notNull(),
    organization: sealed(80),
    /** A day or a month, as typed. */
    starts: text().notNull(),
    /** Null while it goes on. */
    ends: text(),
    hoursAWeek: integer('hours_a_week').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.number] })],
)
