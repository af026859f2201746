import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const challenges = sqliteTable('challenges', {
  id: text().primaryKey().notNull(),
  /** Null for public challenges. */
  organizationId: text('organization_id'),
  skill: text().notNull(),
  /** The version for new attempts. Open attempts stay on the version they began with. */
  currentHash: text('current_hash'),
  /** From then on nobody can start the challenge. */
  retiredAt: integer('retired_at', { mode: 'timestamp_ms' }),
  /**
   * The median minutes of the latest attempts at the current version (`medianMinutes`); null while
   * fewer than 20 were submitted.
   */
  playedMinutes: integer('played_minutes'),
})

export const challengeVersions = sqliteTable('challenge_versions', {
  hash: text().primaryKey().notNull(),
  challengeId: text('challenge_id').notNull(),
  title: text().notNull(),
  summary: text().notNull(),
  setting: text().notNull(),
  skill: text().notNull(),
  language: text().notNull(),
  difficulty: integer().notNull(),
  promptCount: integer('prompt_count').notNull(),
  decideWithinDays: integer('decide_within_days').notNull(),
  /** Canonical JSON of a ChallengeVersion. It contains key.yaml, so no reply sends it whole. */
  body: text().notNull(),
  outline: text().notNull(),
  rubricHash: text('rubric_hash').notNull(),
  publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
  minutes: integer().notNull(),
})

export const challengeParts = sqliteTable(
  'challenge_parts',
  {
    hash: text().notNull(),
    part: integer().notNull(),
    parts: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hash, table.part] })],
)

/** The versions whose reviewers agree (`isPilot`); no row: in pilot. Written by scoring. */
export const pilotEnds = sqliteTable('pilot_ends', {
  versionHash: text('version_hash').primaryKey().notNull(),
  endedAt: integer('ended_at', { mode: 'timestamp_ms' }).notNull(),
  closedRounds: integer('closed_rounds').notNull(),
  /** The version whose end of pilot this one takes over. */
  inheritedFrom: text('inherited_from'),
})

/** How long the last rounds of a challenge took: a row for each programme and one for all. */
export const challengeWaits = sqliteTable(
  'challenge_waits',
  {
    challengeId: text('challenge_id').notNull(),
    /** The programme of the authors, or '' for the rounds of all programmes. */
    organizationId: text('organization_id').notNull(),
    /** JSON: hours from hand-in to decision, the latest round first. */
    hours: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.challengeId, table.organizationId] })],
)
