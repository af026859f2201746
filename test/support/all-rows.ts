import { env } from 'cloudflare:workers'

/** Tables to which calls only add rows, so that a row count is enough. */
const counted = new Set([
  'achievements',
  'audit_entries',
  'challenge_versions',
  'credential_templates',
  'idempotency_keys',
  'rubric_versions',
])

let names: Promise<string[]> | undefined

/** Every row of every table, to check that a refused call has changed nothing. */
export async function allRows(): Promise<Record<string, string>> {
  names ??= tableNames()
  const tables = await names
  const results = await env.DB.batch(
    tables.map((table) =>
      env.DB.prepare(`SELECT ${counted.has(table) ? 'count(*)' : '*'} FROM ${table}`),
    ),
  )
  return Object.fromEntries(
    tables.map((table, index) => [table, JSON.stringify(results[index]?.results)]),
  )
}

/** The tables that have changed since `before`, a result of `allRows`. */
export async function changedSince(before: Record<string, string>): Promise<string[]> {
  const now = await allRows()
  return Object.keys(now).filter((table) => now[table] !== before[table])
}

async function tableNames(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table'
       AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'`,
  ).all<{ name: string }>()
  return results.map(({ name }) => name)
}
