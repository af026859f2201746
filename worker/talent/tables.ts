import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'

const time = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** Who can be found. A row exists only while visibility is on. */
export const visibilities = sqliteTable('visibilities', {
  studentId: text('student_id').primaryKey().notNull(),
  consentId: text('consent_id').notNull().unique(),
  /** Random and never sent; the daily order is computed from it. */
  shuffleKey: integer('shuffle_key').notNull().unique(),
  /** Headline and summary are stored as typed and redacted when read. */
  headline: sealed(120),
  summary: sealed(600),
  /** JSON list of ISO 3166-2 codes. */
  regions: text().notNull(),
  remote: integer({ mode: 'boolean' }).notNull(),
  hoursMinimum: integer('hours_minimum'),
  hoursMaximum: integer('hours_maximum'),
  startMonth: text('start_month'),
  /** Per year, in whole units. Search compares it, and `workCountries`, but no card shows them. */
  payFloor: integer('pay_floor'),
  payCurrency: text('pay_currency'),
  workCountries: text('work_countries').notNull(),
  version: integer().notNull(),
})

/** The badges switched on, in the order in which search reads them. */
export const visibleCredentials = sqliteTable(
  'visible_credentials',
  {
    skill: text().notNull(),
    shuffleKey: integer('shuffle_key').notNull(),
    credentialId: text('credential_id').notNull().unique(),
    studentId: text('student_id').notNull(),
    level: integer().notNull(),
    mentorReviewed: integer('mentor_reviewed', { mode: 'boolean' }).notNull(),
    month: text().notNull(),
    challengeTitle: text('challenge_title'),
    /** Redacted when read. */
    excerpt: sealed(600),
    /** Sorted JSON lists: the regions on the card, and the countries they lie in. */
    regions: text().notNull(),
    countries: text().notNull(),
    /** JSON list: the level of each criterion, in the rubric's order. */
    levels: text().notNull(),
    /** JSON, the signs seen by competency; null while criteria are off. */
    signs: text(),
  },
  (table) => [primaryKey({ columns: [table.skill, table.shuffleKey, table.credentialId] })],
)

/** How many badges of a skill are switched on. Database triggers keep this up to date. */
export const visibleCounts = sqliteTable('visible_counts', {
  skill: text().primaryKey().notNull(),
  badges: integer().notNull(),
})

/** An employer that must not find a student, given by id or by domain. */
export const blocks = sqliteTable('blocks', {
  id: text().primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  organizationId: text('organization_id'),
  domain: text(),
  createdAt: time('created_at').notNull(),
})

export const pseudonyms = sqliteTable(
  'pseudonyms',
  {
    organizationId: text('organization_id').notNull(),
    studentId: text('student_id').notNull(),
    keyId: text('key_id').notNull(),
    pseudonym: text().notNull().unique(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.studentId, table.keyId] })],
)

export const openings = sqliteTable('openings', {
  id: text().primaryKey().notNull(),
  organizationId: text('organization_id').notNull(),
  createdAt: time('created_at').notNull(),
})

/** A wording of an opening; at most one is approved at a time. */
export const openingVersions = sqliteTable('opening_versions', {
  id: text().primaryKey().notNull(),
  openingId: text('opening_id').notNull(),
  number: integer().notNull(),
  state: text({ enum: ['waiting', 'approved', 'declined', 'ended'] }).notNull(),
  content: text().notNull(),
  annualPayMaximum: integer('annual_pay_maximum').notNull(),
  currency: text().notNull(),
  hoursPerWeek: integer('hours_per_week').notNull(),
  startMonth: text('start_month').notNull(),
  country: text().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: time('created_at').notNull(),
})

export const searches = sqliteTable('searches', {
  id: text().primaryKey().notNull(),
  organizationId: text('organization_id').notNull(),
  accountId: text('account_id').notNull(),
  openingId: text('opening_id').notNull(),
  criteria: text().notNull(),
  criteriaHash: text('criteria_hash').notNull(),
  segments: integer().notNull(),
  /** JSON: the order for the day of the search. */
  shuffle: text().notNull(),
  at: time('at').notNull(),
})
