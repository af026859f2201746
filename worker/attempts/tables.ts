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
    /** The choice taken, the prompt answered, or the passage gone back to. */
    choiceId: text('choice_id').notNull(),
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

/** A later round, from when the student opens it. Its submission and its row in `rounds` come later. */
export const revisions = sqliteTable(
  'revisions',
  {
    id: text().notNull().unique(),
    attemptId: text('attempt_id').notNull(),
    round: integer().notNull(),
    openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
    lapsedAt: integer('lapsed_at', { mode: 'timestamp_ms' }),
    planVersion: integer('plan_version').notNull(),
    planEnded: integer('plan_ended', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.round] })],
)

/** What the student wants to do differently, each line about one comment. */
export const revisionPlans = sqliteTable(
  'revision_plans',
  {
    attemptId: text('attempt_id').notNull(),
    round: integer().notNull(),
    line: integer().notNull(),
    quote: sealed(4_000).notNull(),
    words: sealed(1_000).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.round, table.line] })],
)

/** A coach's remark on a plan, sealed with the student's key. */
export const planComments = sqliteTable(
  'plan_comments',
  {
    attemptId: text('attempt_id').notNull(),
    round: integer().notNull(),
    mentorId: text('mentor_id').notNull(),
    words: sealed(1_000).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.round, table.mentorId] })],
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
    /** base64url SHA-256 of the salt and the submitted text: a badge refers to it. */
    evidenceHash: text('evidence_hash').notNull(),
    /** Hex. The holder gets it beside the badge's document, never in it. */
    evidenceSalt: text('evidence_salt').notNull(),
    kind: text({ enum: ['attempt', 'prior-learning'] }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    promisedAt: integer('promised_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.round] })],
)

/** Challenges that somebody never takes, because they review others in it and read its key. */
export const forgoneChallenges = sqliteTable(
  'forgone_challenges',
  {
    accountId: text('account_id').notNull(),
    challengeId: text('challenge_id').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.challengeId] })],
)
