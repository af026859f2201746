import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { sealed } from '../foundation/crypto/sealed-column.ts'

export const attempts = sqliteTable('attempts', {
  id: text().primaryKey().notNull(),
  studentId: text('student_id').notNull(),
  organizationId: text('organization_id').notNull(),
  challengeId: text('challenge_id').notNull(),
  versionHash: text('version_hash').notNull(),
  skill: text().notNull(),
  state: text({ enum: ['open', 'handed-in', 'closed', 'lapsed'] }).notNull(),
  round: integer().notNull(),
  inkState: text('ink_state').notNull(),
  startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
  closesAt: integer('closes_at', { mode: 'timestamp_ms' }).notNull(),
  /** When the attempt was submitted or lapsed. */
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  sitting: text({ enum: ['supervised', 'unsupervised'] }).notNull(),
  identity: text({ enum: ['checked', 'not checked'] }).notNull(),
  /** How long the first hand-in took; see playedMinutes. */
  playedMinutes: integer('played_minutes'),
})

export const turns = sqliteTable(
  'turns',
  {
    attemptId: text('attempt_id').notNull(),
    number: integer().notNull(),
    kind: text({ enum: ['choice', 'answer', 'back', 'timeout'] }).notNull(),
    /** The choice taken, the prompt answered, or the passage to which the student went back. */
    choiceId: text('choice_id').notNull(),
    /** The passage that the turn led to. */
    passageId: text('passage_id').notNull(),
    inkState: text('ink_state').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.number] })],
)

export const drafts = sqliteTable(
  'drafts',
  {
    attemptId: text('attempt_id').notNull(),
    promptId: text('prompt_id').notNull(),
    text: sealed(20_000).notNull(),
    version: integer().notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.promptId] })],
)

/** Texts that were not saved as the draft, kept so that their author can find them. */
export const supersededDrafts = sqliteTable('superseded_drafts', {
  id: text().primaryKey().notNull(),
  attemptId: text('attempt_id').notNull(),
  promptId: text('prompt_id').notNull(),
  text: sealed(20_000).notNull(),
  supersededAt: integer('superseded_at', { mode: 'timestamp_ms' }).notNull(),
})

export const rounds = sqliteTable(
  'rounds',
  {
    attemptId: text('attempt_id').notNull(),
    number: integer().notNull(),
    state: text({ enum: ['open', 'closed'] }).notNull(),
    /** JSON list of competencies; scoring removes those that are settled. */
    openCriteria: text('open_criteria').notNull(),
    openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
    closedAt: integer('closed_at', { mode: 'timestamp_ms' }),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.number] })],
)

/** At most one submission per round, by the primary key. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text().notNull().unique(),
    attemptId: text('attempt_id').notNull(),
    round: integer().notNull(),
    studentId: text('student_id').notNull(),
    organizationId: text('organization_id').notNull(),
    challengeId: text('challenge_id').notNull(),
    versionHash: text('version_hash').notNull(),
    skill: text().notNull(),
    language: text().notNull(),
    /** JSON: a text per prompt, as much as a body of 64 KB can hold. */
    answers: sealed(65_536).notNull(),
    /**
     * base64url SHA-256 of the salt and the submitted text: the evidence that a badge refers to.
     */
    evidenceHash: text('evidence_hash').notNull(),
    /** Hex. The holder gets it beside the badge's document, never in it. */
    evidenceSalt: text('evidence_salt').notNull(),
    kind: text({ enum: ['attempt', 'prior-learning'] }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    promisedAt: integer('promised_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.round] })],
)

/**
 * Challenges that somebody has given up taking, because they review others in it and read its key.
 */
export const forgoneChallenges = sqliteTable(
  'forgone_challenges',
  {
    accountId: text('account_id').notNull(),
    challengeId: text('challenge_id').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.challengeId] })],
)
