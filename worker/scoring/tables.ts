import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const states = ['proficient', 'not-yet', 'needs-more'] as const

/**
 * A row per criterion each time a round is estimated, with all that is needed to repeat it exactly.
 */
export const estimates = sqliteTable(
  'estimates',
  {
    submissionId: text('submission_id').notNull(),
    criterion: text().notNull(),
    number: integer().notNull(),
    model: text().notNull(),
    priorMean: real('prior_mean').notNull(),
    priorVariance: real('prior_variance').notNull(),
    inputs: text().notNull(),
    mean: real().notNull(),
    variance: real().notNull(),
    p: real().notNull(),
    count: integer().notNull(),
    state: text({ enum: states }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.criterion, table.number] })],
)

/** The decision that closes a round, at most one per submission. */
export const decisions = sqliteTable('decisions', {
  id: text().primaryKey().notNull(),
  submissionId: text('submission_id').notNull().unique(),
  state: text({ enum: states }).notNull(),
  /** The level of the badge: 3 in this version. Empty unless proficient. */
  level: integer(),
  decidedAt: integer('decided_at', { mode: 'timestamp_ms' }).notNull(),
  /** A criterion that a badge in another skill proved (`shared-proof.ts`), and its decision. */
  sharedCriterion: text('shared_criterion'),
  sharedDecisionId: text('shared_decision_id'),
})

/** What is known of a criterion before anybody has judged an answer; written each night. */
export const versionPriors = sqliteTable(
  'version_priors',
  {
    versionHash: text('version_hash').notNull(),
    criterion: text().notNull(),
    mean: real().notNull(),
    variance: real().notNull(),
    /** How many submissions it comes from. */
    submissions: integer().notNull(),
    /** Agreement of two peers beyond chance, ICC(1,1); null if undefined. */
    icc: real(),
    measuredAt: integer('measured_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionHash, table.criterion] })],
)

/** The prior of an answer, frozen at hand-in. No row: `pilotPrior`. */
export const submissionPriors = sqliteTable(
  'submission_priors',
  {
    submissionId: text('submission_id').notNull(),
    criterion: text().notNull(),
    mean: real().notNull(),
    variance: real().notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.criterion] })],
)

/** A reviewer's own figures as of a Monday. */
export const reviewerSnapshots = sqliteTable(
  'reviewer_snapshots',
  {
    accountId: text('account_id').notNull(),
    role: text({ enum: ['peer', 'mentor'] }).notNull(),
    asOf: integer('as_of', { mode: 'timestamp_ms' }).notNull(),
    anchored: integer().notNull(),
    variance: real().notNull(),
    shift: real().notNull(),
    difference: real().notNull(),
    kappa: real(),
    setAside: integer('set_aside', { mode: 'boolean' }).notNull(),
    distances: text().notNull(),
    lookAgain: text('look_again').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.role] })],
)

/** A full result that opens later, because its author owes reviews (`delay/result-delay.ts`). */
export const delayedResults = sqliteTable('delayed_results', {
  submissionId: text('submission_id').primaryKey().notNull(),
  organizationId: text('organization_id').notNull(),
  /** Reviews that the author owes in this challenge, for this hand-in and those before it. */
  owed: integer().notNull(),
  /** Since when there was no review that the author could give; empty if there was one. */
  idleSince: integer('idle_since', { mode: 'timestamp_ms' }),
  /** It opens then at the latest. */
  opensAt: integer('opens_at', { mode: 'timestamp_ms' }).notNull(),
  dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(),
  openedAt: integer('opened_at', { mode: 'timestamp_ms' }),
  openedBy: text('opened_by', { enum: ['done', 'idle', 'time', 'left'] }),
})

/** Proficient decisions by challenge, and those after a later round. A database trigger counts. */
export const roundsNeeded = sqliteTable('rounds_needed', {
  challengeId: text('challenge_id').primaryKey().notNull(),
  proficient: integer().notNull(),
  later: integer().notNull(),
})
