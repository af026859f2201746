import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'

export const organizations = sqliteTable('organizations', {
  id: text().primaryKey().notNull(),
  kind: text({ enum: ['programme', 'employer'] }).notNull(),
  operator: integer({ mode: 'boolean' }).notNull(),
  /** The one programme that any adult may join. */
  open: integer({ mode: 'boolean' }).notNull(),
  name: text().notNull(),
  slug: text().notNull().unique(),
  /** JSON list of other names, so that the redactor knows them. */
  aliases: text().notNull(),
  legalName: text('legal_name'),
  site: text(),
  country: text(),
  contact: sealed(120),
  state: text({ enum: ['waiting', 'approved', 'declined', 'ended'] }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  /** Lets people join a programme without an invitation. Not hashed, because its admins see it. */
  joinCode: text('join_code').unique(),
  /** For badges, and for mails to people without an account, with `country` as region. */
  language: text().notNull().default('en'),
  zone: text(),
  /** Raised by each change of what the operator reads about an employer, and by each decision. */
  version: integer().notNull().default(1),
  /** One id for two programmes that share reviewers; null if it shares with none. */
  poolId: text('pool_id'),
})

/** What approved employers ask to change; `domain` is one to add. Only an approved change counts. */
export const organizationChanges = sqliteTable('organization_changes', {
  id: text().primaryKey().notNull(),
  organizationId: text('organization_id').notNull(),
  name: text().notNull(),
  legalName: text('legal_name').notNull(),
  site: text().notNull(),
  country: text().notNull(),
  domain: text(),
  state: text({ enum: ['waiting', 'approved', 'declined', 'replaced'] }).notNull(),
  reason: text(),
  askedBy: text('asked_by').notNull(),
  askedAt: integer('asked_at', { mode: 'timestamp_ms' }).notNull(),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
})

export const domains = sqliteTable(
  'domains',
  {
    organizationId: text('organization_id').notNull(),
    domain: text().notNull(),
    verifiedAt: integer('verified_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.domain] })],
)

export const cohorts = sqliteTable('cohorts', {
  id: text().primaryKey().notNull(),
  organizationId: text('organization_id').notNull(),
  name: text().notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
})

export const cohortMembers = sqliteTable(
  'cohort_members',
  {
    cohortId: text('cohort_id').notNull(),
    membershipId: text('membership_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.membershipId] })],
)

export const coachings = sqliteTable('coachings', {
  id: text().primaryKey().notNull(),
  mentorId: text('mentor_id').notNull(),
  studentId: text('student_id').notNull(),
  organizationId: text('organization_id').notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
})

export const approvals = sqliteTable('approvals', {
  id: text().primaryKey().notNull(),
  subjectKind: text('subject_kind', { enum: ['employer', 'opening-version'] }).notNull(),
  subjectId: text('subject_id').notNull(),
  decision: text({ enum: ['approved', 'declined'] }).notNull(),
  reason: text(),
  accountId: text('account_id').notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
})

export const admissions = sqliteTable('admissions', {
  id: text().primaryKey().notNull(),
  accountId: text('account_id').notNull(),
  organizationId: text('organization_id').notNull(),
  about: sealed(1_000).notNull(),
  askedAt: integer('asked_at', { mode: 'timestamp_ms' }).notNull(),
  decision: text({ enum: ['admitted', 'declined', 'withdrawn'] }),
  reason: text(),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
})

/** Receipts of what students agreed to. Never changed: a withdrawal is a row of its own. */
export const consents = sqliteTable('consents', {
  id: text().primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  purpose: text({
    enum: [
      'employer-search',
      'interview-identity',
      'institution-record',
      'promotion-progress',
      'outcome-study',
    ],
  }).notNull(),
  fields: text().notNull(),
  /** An organization's id, or `approved-employers`. */
  recipient: text().notNull(),
  textVersion: text('text_version').notNull(),
  textHash: text('text_hash').notNull(),
  proof: text().notNull(),
  grantedAt: integer('granted_at', { mode: 'timestamp_ms' }).notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
})

export const consentWithdrawals = sqliteTable('consent_withdrawals', {
  consentId: text('consent_id').primaryKey().notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
})

/** Who saw which data of which student, under which consent. */
export const disclosures = sqliteTable('disclosures', {
  id: text().primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  organizationId: text('organization_id').notNull(),
  accountId: text('account_id').notNull(),
  kind: text({
    enum: ['listed', 'opened', 'requested', 'identity', 'pack-opened', 'sent', 'progress'],
  }).notNull(),
  subjectId: text('subject_id').notNull(),
  fields: text().notNull(),
  consentId: text('consent_id').notNull(),
  day: text().notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
})
