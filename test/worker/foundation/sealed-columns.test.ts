import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { lengthOf } from '../../../worker/foundation/crypto/sealed-column.ts'
import { sealedColumns } from '../../support/find-sealed-uses.ts'
import { accept, aDeliveredRequest } from '../../support/interviewing.ts'
import { settle } from '../../support/settle.ts'

const DB = env.EMPTY_DB
const run = (sql: string, ...values: unknown[]) =>
  DB.prepare(sql)
    .bind(...values)
    .run()

/** Everything in a database: its rows, and the names of tables, indexes and triggers. */
async function everything() {
  const { results } = await DB.prepare(
    `SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
       AND name <> 'd1_migrations' ORDER BY type, name`,
  ).all<{ type: string; name: string }>()
  const names = results.filter(({ type }) => type === 'table').map(({ name }) => name)
  const rows = await DB.batch(names.map((name) => DB.prepare(`SELECT * FROM ${name}`)))
  return {
    schema: results.map(({ type, name }) => `${type} ${name}`),
    rows: Object.fromEntries(names.map((name, index) => [name, rows[index]?.results ?? []])),
  }
}

/** Names of tables and columns in the older database, and what they are called now. */
const nameNow: Record<string, string> = {
  bars: 'conflicts_of_interest',
  draft_losers: 'superseded_drafts',
  lost_at: 'superseded_at',
  dice: 'random_order',
  kept: 'surplus',
}
const now = (name: string) => nameNow[name] ?? name

/** Copies the rows of the test database into the older one, for the columns that exist there. */
async function copyRows(): Promise<void> {
  const { rows } = await everything()
  const statements = [DB.prepare('PRAGMA defer_foreign_keys = ON')]
  for (const table of Object.keys(rows)) {
    const { results: known } = await DB.prepare(`SELECT name FROM pragma_table_info(?)`)
      .bind(table)
      .all<{ name: string }>()
    const names = known.map(({ name }) => name)
    const list = names.map((name) => `"${name}"`).join(', ')
    const read = names.map((name) => `"${now(name)}" AS "${name}"`).join(', ')
    const { results } = await env.DB.prepare(`SELECT ${read} FROM ${now(table)}`).all()
    const places = names.map(() => '?').join(', ')
    const insert = DB.prepare(`INSERT INTO ${table} (${list}) VALUES (${places})`)
    statements.push(...results.map((row) => insert.bind(...names.map((name) => row[name]))))
  }
  await DB.batch(statements)
}

/** Rows for tables that are newer than that migration. */
const younger = [
  `INSERT INTO outcomes (request_id, version, side, outcome, feedback, account_id, at)
     SELECT id, 9, 'recruiter', 'advance', '0|Good.', recruiter_id, 1 FROM interview_requests LIMIT 1`,
  `INSERT INTO interview_notes (request_id, words, updated_at)
     SELECT id, '0|Went well.', 1 FROM interview_requests LIMIT 1`,
  `INSERT INTO request_messages (id, request_id, side, account_id, words, at)
     SELECT 'm', id, 'student', student_id, '0|Hello.', 1 FROM interview_requests LIMIT 1`,
  // Items of the calibration have no text of their own.
  `DELETE FROM hidden_items`,
  `INSERT INTO hidden_items (id, challenge_id, version_hash, language, pool, source, submission_id, levels,
     anchor_variance, body, made_at)
     SELECT id, challenge_id, version_hash, 'en', organization_id, 'round', id, '{}', 0.2, '0|{}', 1
     FROM submissions LIMIT 1`,
  `INSERT INTO revision_plans (attempt_id, round, line, quote, words)
     SELECT id, 2, 1, '0|You asked nobody.', '0|I ask first.' FROM attempts LIMIT 1`,
  `INSERT INTO plan_comments (attempt_id, round, mentor_id, words, at)
     SELECT id, 2, student_id, '0|Good.', 1 FROM attempts LIMIT 1`,
  `INSERT INTO operation_times (name, at, self_test) VALUES ('tick', 1, '0|1970-01-01T00:00:00.001Z')`,
]

/** A row in each sealed table that the flow to a booked interview leaves empty. */
const more = [
  `INSERT INTO sign_ins (id_hash, email, email_index, code_hash, created_at, expires_at, tries)
     VALUES ('h', '0|a@b.example', 'i', 'c', 1, 2, 0)`,
  `INSERT INTO invitations (id, token_hash, organization_id, role, email, email_index, invited_by, created_at,
     expires_at) SELECT 'i', 't', m.organization_id, 'student', '0|a@b.example', 'i', m.account_id, 1, 2
     FROM memberships m WHERE m.role = 'admin' LIMIT 1`,
  `INSERT INTO admissions (id, account_id, organization_id, about, asked_at)
     SELECT 'a', account_id, organization_id, '0|About me.', 1 FROM memberships LIMIT 1`,
  `INSERT INTO drafts (attempt_id, prompt_id, text, version, updated_at)
     SELECT id, 'plan', '0|Plan.', 1, 1 FROM attempts LIMIT 1`,
  `INSERT INTO draft_losers (id, attempt_id, prompt_id, text, lost_at)
     SELECT 'later', id, 'plan', '0|Second.', 1 FROM attempts LIMIT 1`,
  `INSERT INTO draft_losers (id, attempt_id, prompt_id, text, lost_at)
     SELECT 'earlier', id, 'plan', '0|Third.', 1 FROM attempts LIMIT 1`,
  `INSERT INTO review_drafts (claim_id, body, version, updated_at) SELECT id, '0|{}', 1, 1 FROM claims LIMIT 1`,
  `INSERT INTO ratings (review_id, criterion, level, indicators, reason)
     SELECT id, 'listening', 3, '[]', '0|Why.' FROM reviews LIMIT 1`,
  `UPDATE credentials SET published_at = 1`,
]

const widening = env.TEST_MIGRATIONS.findIndex(({ name }) => name.startsWith('0026'))
let before: Awaited<ReturnType<typeof everything>>

beforeAll(async () => {
  const booked = await accept(await aDeliveredRequest())
  expect(booked.status).toBe(201)
  await settle()
  await applyD1Migrations(DB, env.TEST_MIGRATIONS.slice(0, widening))
  await copyRows()
  await DB.batch(more.map((statement) => DB.prepare(statement)))
  before = await everything()
  await applyD1Migrations(DB, env.TEST_MIGRATIONS.slice(0, widening + 1))
})

describe('the tables rebuilt for longer texts', () => {
  it('have every row, in its order, with the same indexes and triggers', async () => {
    expect(await everything()).toEqual(before)
    const full = Object.keys(before.rows).filter((name) => before.rows[name]?.length)
    // Newer tables have had the room from the start.
    const made = sealedColumns.map(({ table }) => table).filter((table) => table in before.rows)
    expect(made.length).toBeGreaterThan(20)
    expect(full.map(now)).toEqual(expect.arrayContaining([...new Set(made)]))
  })

  it('are referenced as before', async () => {
    const { results } = await DB.prepare('PRAGMA foreign_key_check').all()
    expect(results).toEqual([])
    const orphan = `INSERT INTO sessions (token_hash, id, account_id, created_at, expires_at, idle_seconds,
      seen_at, proven_at, shared_computer, device) VALUES ('t', 's', 'nobody', 1, 2, 3, 1, 1, 0, 'Test')`
    await expect(run(orphan)).rejects.toThrow('FOREIGN KEY')
    await expect(run('DELETE FROM accounts')).rejects.toThrow('FOREIGN KEY')
  })
})

describe('a sealed column', () => {
  beforeAll(async () => {
    await applyD1Migrations(DB, env.TEST_MIGRATIONS)
    await DB.batch(younger.map((statement) => DB.prepare(statement)))
    const { results } = await DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    ).all()
    // Rows that are final by a trigger could not be lengthened here.
    await DB.batch(results.map(({ name }) => DB.prepare(`DROP TRIGGER ${String(name)}`)))
  })

  it.each(sealedColumns)('$table.$name takes $most units of plain text, sealed', async (column) => {
    const write = (length: number) =>
      run(`UPDATE ${column.table} SET ${column.name} = ?`, 'x'.repeat(length))
    const { meta } = await write(lengthOf(column.most))
    expect(meta.changes).toBeGreaterThan(0)
    await expect(write(10 * lengthOf(column.most))).rejects.toThrow('CHECK')
  })
})
