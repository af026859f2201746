import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Node 24 warns that its SQLite is new.
process.removeAllListeners('warning')
const { DatabaseSync } = await import('node:sqlite')

/** Applies the migrations of a folder that a database does not have; returns how many. */
export function applyMigrations(file, folder) {
  const database = open(file)
  const there = new Set(
    database
      .prepare('SELECT name FROM d1_migrations')
      .all()
      .map(({ name }) => name),
  )
  const missing = globSync('*.sql', { cwd: folder })
    .toSorted()
    .filter((name) => !there.has(name))
  database.exec('BEGIN; PRAGMA defer_foreign_keys = on')
  for (const name of missing) {
    database.exec(readFileSync(join(folder, name), 'utf8'))
    database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
  }
  database.exec('COMMIT')
  database.close()
  return missing.length
}

/** Runs SQL; returns rows, as `d1 execute --json` does. */
export function execute(file, sql, isFile) {
  const database = open(file)
  try {
    if (!isFile) return database.prepare(sql).all()
    database.exec(sql)
    return []
  } finally {
    database.close()
  }
}

function open(file) {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA synchronous = off')
  database.exec('CREATE TABLE IF NOT EXISTS d1_migrations (name TEXT PRIMARY KEY)')
  return database
}
