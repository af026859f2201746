import { DatabaseSync } from 'node:sqlite'

export interface Facts {
  counts: Record<string, number>
  migrations: string[]
}

/** Opens a database for reading, does the work and closes it. Foreign keys are not enforced. */
export function reading<Result>(path: string, work: (db: DatabaseSync) => Result): Result {
  return withDatabase(path, { readOnly: true }, work)
}

/** The same for writing. Waits five seconds for a program that is writing at this moment. */
export function writing<Result>(path: string, work: (db: DatabaseSync) => Result): Result {
  return withDatabase(path, { timeout: 5_000 }, work)
}

function withDatabase<Result>(
  path: string,
  options: { readOnly?: boolean; timeout?: number },
  work: (db: DatabaseSync) => Result,
): Result {
  const db = new DatabaseSync(path, {
    timeout: 5_000,
    enableForeignKeyConstraints: false,
    ...options,
  })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** How many rows each table has, and the migrations that were applied. */
export function factsOf(path: string): Facts {
  return reading(path, (db) => {
    const names = tableNames(db)
    const counts = names.map((name) => [name, numberOf(db, `SELECT count(*) AS n FROM "${name}"`)])
    const migrations = names.includes('d1_migrations')
      ? textsOf(db, 'SELECT name AS text FROM d1_migrations ORDER BY id')
      : []
    return { counts: Object.fromEntries(counts), migrations }
  })
}

/** What SQLite itself finds wrong: pages and indexes, then rows that point to nothing. */
export function faultsOf(path: string): string[] {
  return reading(path, (db) => {
    const damage = textsOf(
      db,
      'SELECT integrity_check AS text FROM pragma_integrity_check LIMIT 20',
    )
    const lost = textsOf(
      db,
      `SELECT "table" || ' points to a row of ' || "parent" || ' that is not there' AS text
       FROM pragma_foreign_key_check LIMIT 20`,
    )
    return [...damage.filter((line) => line !== 'ok'), ...lost]
  })
}

/** The tables of ours. Those of D1 itself (`_cf_`) and of SQLite are in no export. */
export const tableNames = (db: DatabaseSync) =>
  textsOf(
    db,
    `SELECT name AS text FROM sqlite_schema WHERE type = 'table'
       AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  )

export const textsOf = (db: DatabaseSync, sql: string, ...values: (string | number)[]) =>
  db
    .prepare(sql)
    .all(...values)
    .map((row) => String(row['text']))

export const numberOf = (db: DatabaseSync, sql: string, ...values: (string | number)[]) =>
  Number(db.prepare(sql).get(...values)?.['n'] ?? 0)
