import type { DatabaseSync } from 'node:sqlite'

import { challenge, home, membershipAt, reviewerAt, stages } from './stages.ts'

const hash = 'b'.repeat(64)
const hour = 3_600_000

/**
 * Inserts a large programme in which so many submissions, by as many authors, wait for two peers
 * each, and a reviewer for each stage; directly into the database file. Foreign keys are off,
 * because only claims read these rows. The same submissions are in two plain tables too, for the
 * query that counts.
 */
export function plantQueue(database: DatabaseSync, waiting: number, now: number): void {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${waiting})`
  const statements = [
    'PRAGMA foreign_keys = OFF',
    `INSERT INTO organizations (id, kind, name, slug, aliases, state, created_at)
      VALUES ('${home}', 'programme', 'Bench', 'bench-queue', '[]', 'approved', ${now})`,
    `INSERT INTO challenges (id, skill) VALUES ('${challenge}', 'collaboration')`,
    `INSERT INTO review_pools (organization_id, students, hand_ins, small, counted_at)
      VALUES ('${home}', ${waiting}, ${waiting}, 0, ${now})`,
    `${numbers} INSERT INTO accounts (id, email, email_index, language, reading, created_at)
      SELECT 'qa' || i, '0|', 'qa' || i, 'en', '{}', ${now} FROM n`,
    `${numbers} INSERT INTO submissions (${submissionColumns})
      SELECT 'qs' || i, 'qt' || i, 1, 'qa' || i, ${restOf(now)} FROM n`,
    `${numbers} INSERT INTO submission_queue (pool, kind, challenge_id, language, late, assigned, credit,
        hand_in_hour, random_order, wanted, submission_id, author_id)
      SELECT '${home}', 'peer', '${challenge}', 'en', 0, 0, i % 11 - 5, ${Math.floor(now / hour)} - i % 97,
        i * 7919 % 100003, 2, 'qs' || i, 'qa' || i FROM n`,
    ...stages.flatMap((_, stage) => reviewer(stage, now)),
    `CREATE TABLE bench_workflows (id INTEGER PRIMARY KEY, task TEXT NOT NULL, student TEXT NOT NULL,
      created_at INTEGER NOT NULL, done_at INTEGER)`,
    'CREATE INDEX bench_workflows_of_task ON bench_workflows (task)',
    `CREATE TABLE bench_reviews (id INTEGER PRIMARY KEY, author INTEGER NOT NULL, scorer INTEGER NOT NULL,
      review INTEGER, started_at INTEGER NOT NULL)`,
    'CREATE INDEX bench_reviews_by_author ON bench_reviews (author)',
    'CREATE INDEX bench_reviews_by_scorer ON bench_reviews (scorer)',
    `${numbers} INSERT INTO bench_workflows SELECT i, '${challenge}', 'qa' || i, ${now} + i, NULL FROM n`,
    'ANALYZE',
  ]
  for (const statement of statements) database.prepare(statement).run()
}

const submissionColumns = `id, attempt_id, round, student_id, organization_id, challenge_id, version_hash,
  skill, language, answers, evidence_hash, evidence_salt, kind, at, promised_at`

const restOf = (
  now: number,
) => `'${home}', '${challenge}', '${hash}', 'collaboration', 'en', '0|{}',
  '${'h'.repeat(43)}', '${'0'.repeat(32)}', 'attempt', ${now}, ${now}`

/** A student who has handed in and practised. */
function reviewer(stage: number, now: number): string[] {
  const id = reviewerAt(stage)
  const result = (item: string) =>
    `INSERT INTO practice_results (account_id, version_hash, item_id, challenge_id, levels, at)
      VALUES ('${id}', '${hash}', '${item}', '${challenge}', '{}', ${now})`
  return [
    `INSERT INTO accounts (id, email, email_index, language, reading, created_at)
      VALUES ('${id}', '0|', '${id}', 'en', '{}', ${now})`,
    `INSERT INTO memberships (id, account_id, organization_id, role, created_at)
      VALUES ('${membershipAt(stage)}', '${id}', '${home}', 'student', ${now})`,
    `INSERT INTO submissions (${submissionColumns}) VALUES ('${id}', '${id}', 1, '${id}', ${restOf(now)})`,
    result('one'),
    result('two'),
  ]
}
