import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { type DatabaseSync, DatabaseSync as Database, type SQLOutputValue } from 'node:sqlite'

import { tableNames, textsOf } from '../backup/database-file.ts'

/** D1 takes statements of 100,000 bytes at most, so longer texts are written in pieces. */
const pieceLetters = 5_000

/**
 * Writes a database as SQL that `wrangler d1 execute --file` takes: tables and rows, then indexes and triggers, because
 * triggers refuse some rows. Only one row is in memory. `more`: statements for the end.
 */
export async function dumpSql(
  from: string,
  to: string,
  more: readonly string[] = [],
): Promise<void> {
  const db = new Database(from, { readOnly: true })
  const file = createWriteStream(to, { mode: 0o600 })
  try {
    for (const statement of statements(db, more)) {
      if (!file.write(`${statement};\n`)) await once(file, 'drain')
    }
  } finally {
    db.close()
    file.end()
    await once(file, 'close')
  }
}

function* statements(db: DatabaseSync, more: readonly string[]): Generator<string> {
  yield 'PRAGMA defer_foreign_keys = TRUE'
  const tables = parentsFirst(db)
  for (const table of tables) {
    yield* textsOf(
      db,
      "SELECT sql AS text FROM sqlite_schema WHERE type = 'table' AND name = ?",
      table,
    )
  }
  for (const table of tables) yield* rowsOf(db, table)
  yield* textsOf(
    db,
    `SELECT sql AS text FROM sqlite_schema WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL
     ORDER BY type`,
  )
  yield* more
}

/** A row can point only to a table that is there, and outside of a transaction only to a row that is there. */
function parentsFirst(db: DatabaseSync): string[] {
  const ordered = new Set<string>()
  const visit = (table: string, path: readonly string[]) => {
    if (ordered.has(table)) return
    const parents = textsOf(db, 'SELECT "table" AS text FROM pragma_foreign_key_list(?)', table)
    for (const parent of parents) if (!path.includes(parent)) visit(parent, [...path, parent])
    ordered.add(table)
  }
  for (const table of tableNames(db)) visit(table, [table])
  return [...ordered]
}

function* rowsOf(db: DatabaseSync, table: string): Generator<string> {
  const keys = textsOf(db, 'SELECT name AS text FROM pragma_table_info(?) WHERE pk > 0', table)
  for (const row of db.prepare(`SELECT * FROM "${table}"`).iterate()) {
    const cells = Object.entries(row)
    const names = cells.map(([name]) => `"${name}"`).join(', ')
    const values = cells.map(([, value]) =>
      literal(isLong(value) ? (pieces(value)[0] ?? '') : value),
    )
    yield `INSERT INTO "${table}" (${names}) VALUES (${values.join(', ')})`
    const same = keys.map((key) => `"${key}" = ${literal(row[key] ?? null)}`).join(' AND ')
    for (const [name, value] of cells) {
      if (!isLong(value)) continue
      for (const piece of pieces(value).slice(1)) {
        yield `UPDATE "${table}" SET "${name}" = "${name}" || ${literal(piece)} WHERE ${same}`
      }
    }
  }
}

const isLong = (value: SQLOutputValue): value is string =>
  typeof value === 'string' && value.length > pieceLetters

/** By code points: a cut through a pair of surrogates would lose both. */
const pieces = (value: string) => value.match(new RegExp(`[^]{1,${pieceLetters}}`, 'gu')) ?? []

function literal(value: SQLOutputValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  return `X'${Buffer.from(value).toString('hex')}'`
}
