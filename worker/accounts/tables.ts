import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'

export const accounts = sqliteTable('accounts', {
  id: text().primaryKey().notNull(),
  email: sealed(254).notNull(),
  /** HMAC of the lower-case address: finds an account without opening its address. */
  emailIndex: text('email_index').notNull().unique(),
  name: sealed(80),
  language: text().notNull(),
  birthYear: integer('birth_year'),
  /**
   * Stored only if the year alone did not show whether somebody was 16, or 18, when they entered
   * it.
   */
  birthMonth: integer('birth_month'),
  reading: text().notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  disabledAt: integer('disabled_at', { mode: 'timestamp_ms' }),
  version: integer().notNull(),
  /** ISO 3166-1 alpha-2; null until a browser sends it. */
  region: text(),
  /** IANA name; null until a browser sends it. */
  zone: text(),
  /** The name of the key that made `emailIndex`. */
  emailIndexKey: text('email_index_key').notNull(),
  /** When an erasure emptied the row. */
  erasedAt: integer('erased_at', { mode: 'timestamp_ms' }),
  /** The Monday of the week of the last visit; 0 before the first session. Kept by triggers. */
  seenWeek: integer('seen_week', { mode: 'timestamp_ms' }).notNull().default(new Date(0)),
})

/** Erasures that people asked for. Until `dueAt`, the mailed link undoes one. */
export const erasures = sqliteTable('erasures', {
  id: text().primaryKey().notNull(),
  accountId: text('account_id').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  askedAt: integer('asked_at', { mode: 'timestamp_ms' }).notNull(),
  dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
  undoneAt: integer('undone_at', { mode: 'timestamp_ms' }),
  finishedAt: integer('finished_at', { mode: 'timestamp_ms' }),
})

export const signIns = sqliteTable('sign_ins', {
  idHash: text('id_hash').primaryKey().notNull(),
  email: sealed(254).notNull(),
  emailIndex: text('email_index').notNull(),
  codeHash: text('code_hash').notNull(),
  /** Set for a fresh proof by a signed-in person. */
  accountId: text('account_id'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  tries: integer().notNull(),
  usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  /**
   * The token hash of the session that the code opened or, for a fresh proof, the id of the request
   * that contained the code.
   */
  usedBy: text('used_by'),
  /** Hash of the request's Idempotency-Key. */
  usedKeyHash: text('used_key_hash'),
  /**
   * If the answer was lost and the same request was sent again: the token hash of the session that
   * the request opened before, which is then deleted.
   */
  usedBefore: text('used_before'),
})

/**
 * Codes for addresses whose short codes are used up, perhaps by others. An address gets at most one
 * an hour, which works in any browser.
 */
export const longCodes = sqliteTable('long_codes', {
  emailIndex: text('email_index').primaryKey().notNull(),
  codeHash: text('code_hash').notNull(),
  mailedAt: integer('mailed_at', { mode: 'timestamp_ms' }).notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  usedAt: integer('used_at', { mode: 'timestamp_ms' }),
})

export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey().notNull(),
  id: text().notNull().unique(),
  accountId: text('account_id').notNull(),
  membershipId: text('membership_id'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  idleSeconds: integer('idle_seconds').notNull(),
  seenAt: integer('seen_at', { mode: 'timestamp_ms' }).notNull(),
  provenAt: integer('proven_at', { mode: 'timestamp_ms' }).notNull(),
  sharedComputer: integer('shared_computer', { mode: 'boolean' }).notNull(),
  device: text().notNull(),
})

export const memberships = sqliteTable('memberships', {
  id: text().primaryKey().notNull(),
  accountId: text('account_id').notNull(),
  organizationId: text('organization_id').notNull(),
  role: text({ enum: ['student', 'mentor', 'recruiter', 'admin'] }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  /** The Monday of the week of the last visit, and no exact time, because admins see it. */
  seenWeek: integer('seen_week', { mode: 'timestamp_ms' }),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
})

export const invitations = sqliteTable('invitations', {
  id: text().primaryKey().notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  organizationId: text('organization_id').notNull(),
  role: text({ enum: ['student', 'mentor', 'recruiter', 'admin'] }).notNull(),
  cohortId: text('cohort_id'),
  email: sealed(254).notNull(),
  emailIndex: text('email_index').notNull(),
  invitedBy: text('invited_by').notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  acceptedAt: integer('accepted_at', { mode: 'timestamp_ms' }),
  acceptedBy: text('accepted_by'),
  withdrawnAt: integer('withdrawn_at', { mode: 'timestamp_ms' }),
  /** When the invitation was last mailed; null if never. */
  mailedAt: integer('mailed_at', { mode: 'timestamp_ms' }),
  emailIndexKey: text('email_index_key').notNull(),
  /** The name of the key that its link is made with. */
  tokenKey: text('token_key').notNull(),
})

/**
 * Made by `npm run setup`: lets one person become the first admin of a new instance, or with
 * `--recover` another admin of the operator.
 */
export const setupTokens = sqliteTable('setup_tokens', {
  tokenHash: text('token_hash').primaryKey().notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  recovers: integer({ mode: 'boolean' }).notNull().default(false),
})
