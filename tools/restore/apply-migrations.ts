import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

import { factsOf, writing } from '../backup/database-file.ts'
import type { DatabaseName } from '../backup/manifest.ts'
import { Refusal } from '../backup/refusal.ts'

const folders: Record<DatabaseName, string> = { main: 'migrations', vault: 'migrations/vault' }

/**
 * Brings a restored database to this version, as a deploy would. Returns the migrations that were applied. Refuses
 * a database from a newer version.
 */
export function applyMigrations(name: DatabaseName, path: string): string[] {
  const applied = new Set(factsOf(path).migrations)
  const known = globSync(`${folders[name]}/*.sql`).toSorted()
  const names = new Set(known.map((file) => basename(file)))
  const newer = [...applied].find((each) => !names.has(each))
  if (newer) throw new Refusal(`The backup is from a newer version of Mettle: it has ${newer}.`)
  const due = known.filter((file) => !applied.has(basename(file)))
  writing(path, (db) => {
    // As D1 has it: a migration that leaves a row without its parent fails here too.
    db.exec('PRAGMA foreign_keys = ON')
    for (const file of due) {
      db.exec('BEGIN')
      db.exec(readFileSync(file, 'utf8'))
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(basename(file))
      db.exec('COMMIT')
    }
  })
  return due.map((file) => basename(file))
}
