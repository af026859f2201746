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
  /** The median minutes of attempts at the current version, once 20 were submitted. */
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
  /** Canonical JSON of a ChallengeVersion. It contains the key, so no reply sends it. */
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
