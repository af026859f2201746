import { env } from 'cloudflare:workers'

/**
 * Tables that copies of people share with their model: the organizations and all that is theirs.
 */
const ofOrganizations = new Set([
  'achievements',
  'approvals',
  'challenge_parts',
  'challenge_waits',
  'challenge_versions',
  'challenges',
  'cohorts',
  'credential_templates',
  'domains',
  'group_figures',
  'hidden_items',
  'issuer_keys',
  'issuers',
  'opening_versions',
  'openings',
  'organization_changes',
  'organizations',
  'pilot_ends',
  'review_pools',
  'rounds_needed',
  'rubric_versions',
  'status_lists',
  'version_priors',
])
/**
 * Tables to which requests add many rows and no row refers. Copying ten of their rows is enough.
 */
const leaves = new Set(['audit_entries', 'counters', 'idempotency_keys', 'outbox', 'sessions'])
/** Tables that have one row for the whole instance or none, or that triggers fill again. */
const neverCopied = new Set([
  'd1_migrations',
  'guard',
  'military_codes',
  'operation_times',
  'setup_tokens',
  'visible_counts',
])

/** Columns that are not ids of rows, but must differ between copies. */
const otherKeys = new Set(['key', 'members_hash', 'email_index', 'domain'])

const later = (column: string) => `t.${column} + 30 * 86400000`

/**
 * SQL for the value that a copy has instead of the model's. `t` is the model's row, `n.i` the copy.
 */
const inCopies: Record<string, string> = {
  'organizations.operator': '0',
  'organizations.open': '0',
  // Later than in the model: otherwise the cron would be busy with the copies for minutes.
  'attempts.closes_at': later('closes_at'),
  'claims.lease_until': later('lease_until'),
  'delayed_results.due_at': later('due_at'),
  'promises.due_at': later('due_at'),
  'promises.watch_at': later('watch_at'),
  'reminders.due_at': later('due_at'),
  'review_pools.mentor_time_due_at': later('mentor_time_due_at'),
  // A programme has many students, but only about twenty of each kind of staff. More of them would
  // get too many notices.
  'memberships.ended_at': `CASE WHEN t.role <> 'student' AND n.i > 20 THEN coalesce(t.ended_at, t.created_at)
    ELSE t.ended_at END`,
  'outbox.done_at': 'coalesce(t.done_at, t.due_at)',
}

interface Column {
  table: string
  name: string
  type: string
}

type Kind = 'people' | 'worlds'

/**
 * Copies every row of every table with new ids and references, so that each copy is complete:
 * `people` copies within the same organizations, and `worlds` copies with their organizations.
 */
export async function multiply(times: Record<Kind, number>): Promise<void> {
  const columns = await allColumns()
  const unique = await singleKeys()
  const tables = await parentsFirst([...new Set(columns.map(({ table }) => table))])
  const keys = columns.filter(({ table, name, type }) => {
    return type === 'TEXT' && (unique.has(`${table}.${name}`) || otherKeys.has(name))
  })
  const triggers = await allTriggers()
  // Copies need no triggers: they check single rows, and the model's rows have passed them.
  await run(triggers.map(({ name }) => `DROP TRIGGER ${name}`))
  // Numbered from 1, so that the copies can have the numbers after these.
  await run([
    `UPDATE credentials SET status_index = ranked.place FROM (
      SELECT id, row_number() OVER () AS place FROM credentials) ranked WHERE ranked.id = credentials.id`,
    ...tables.map(
      (table) =>
        `CREATE TABLE model_${table} AS SELECT * FROM ${table} ${leaves.has(table) ? 'ORDER BY random() LIMIT 10' : ''}`,
    ),
  ])
  const badges =
    (await env.DB.prepare('SELECT count(*) + 1 AS n FROM credentials').first<number>('n')) ?? 0
  for (const kind of ['people', 'worlds'] as const) {
    const copied = (table: string) => kind === 'worlds' || !ofOrganizations.has(table)
    const first = kind === 'people' ? 0 : times.people
    await run([
      'PRAGMA defer_foreign_keys = ON',
      'CREATE TABLE copied (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID',
      ...keys
        .filter(({ table }) => copied(table))
        .map(({ table, name }) => {
          return `INSERT OR IGNORE INTO copied SELECT ${name} FROM model_${table} WHERE ${name} IS NOT NULL`
        }),
      ...tables.filter(copied).map((table) => {
        const own = columns.filter((column) => column.table === table)
        const values = own.map((column) => valueOf(column, kind, first, badges))
        return `INSERT OR IGNORE INTO ${table} (${own.map(({ name }) => name).join(', ')})
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${times[kind]})
          SELECT ${values.join(', ')} FROM model_${table} t, n`
      }),
      'DROP TABLE copied',
    ])
  }
  await run([
    ...tables.map((table) => `DROP TABLE model_${table}`),
    'DELETE FROM visible_counts',
    'INSERT INTO visible_counts SELECT skill, count(*) FROM visible_credentials GROUP BY skill',
    ...triggers.map(({ sql }) => sql),
  ])
}

const run = (statements: string[]) =>
  env.DB.batch(statements.map((statement) => env.DB.prepare(statement)))

function valueOf({ table, name, type }: Column, kind: Kind, first: number, badges: number): string {
  const column = `t.${name}`
  if (name === 'status_index') return `${column} + (n.i + ${first}) * ${badges}`
  if (name === 'shuffle_key') return `(${column} + (n.i + ${first}) * 7919) % 2147483647`
  // An item that was made from a submission has its id, and copies of people share the items.
  if (name === 'item_id' && kind === 'people') return column
  const other = inCopies[`${table}.${name}`]
  if (other) return other
  if (type !== 'TEXT') return column
  // Copies get another ending, because ids and hashes have a fixed length.
  const end = `printf('${kind === 'people' ? 'a' : 'b'}%05d', n.i)`
  return `CASE WHEN ${column} IN (SELECT id FROM copied) THEN CASE WHEN length(${column}) IN (36, 43, 64)
    THEN substr(${column}, 1, length(${column}) - 6) ELSE ${column} || '-' END || ${end} ELSE ${column} END`
}

async function allColumns(): Promise<Column[]> {
  const { results } = await env.DB.prepare(
    `SELECT s.name AS "table", c.name, c.type FROM sqlite_master s, pragma_table_info(s.name) c
     WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%' AND s.name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
     ORDER BY s.rowid, c.cid`,
  ).all<Column>()
  return results.filter(({ table }) => !neverCopied.has(table))
}

/**
 * The tables, each after those that it refers to. For a row that is inserted after rows that refer to
 * it, SQLite reads all of their tables.
 */
async function parentsFirst(tables: string[]): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT s.name AS child, f."table" AS parent FROM sqlite_master s, pragma_foreign_key_list(s.name) f
     WHERE s.type = 'table' AND s.name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`,
  ).all<{ child: string; parent: string }>()
  const ordered = new Set<string>()
  const visited = new Set<string>()
  const visit = (table: string) => {
    if (visited.has(table)) return
    visited.add(table)
    for (const { child, parent } of results) if (child === table) visit(parent)
    ordered.add(table)
  }
  for (const table of tables) visit(table)
  return [...ordered].filter((table) => tables.includes(table))
}

/** `table.column` for each column that alone identifies a row. */
async function singleKeys(): Promise<Set<string>> {
  const { results } = await env.DB.prepare(
    `SELECT s.name || '.' || max(k.name) AS key FROM sqlite_master s, pragma_index_list(s.name) i, pragma_index_info(i.name) k
     WHERE s.type = 'table' AND s.name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND i."unique" = 1 AND i.partial = 0
     GROUP BY s.name, i.name HAVING count(*) = 1`,
  ).all<{ key: string }>()
  return new Set(results.map(({ key }) => key))
}

export async function allTriggers(): Promise<{ name: string; sql: string }[]> {
  const { results } = await env.DB.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
  ).all<{ name: string; sql: string }>()
  return results
}
