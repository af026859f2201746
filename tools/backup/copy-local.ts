import { reading } from './database-file.ts'
import type { InstanceFiles } from './instance-files.ts'
import { databaseNames } from './manifest.ts'

/**
 * Copies both databases of an instance on this computer, also while it runs: each copy is of one
 * moment. The main one first, because the key of an owner is made before the first row of that owner. So
 * the copy of the vault has the key of everybody in the copy of the main database.
 */
export function copyLocal(files: InstanceFiles, to: InstanceFiles): Promise<void> {
  for (const name of databaseNames) {
    reading(files[name], (db) => db.prepare('VACUUM INTO ?').run(to[name]))
  }
  return Promise.resolve()
}
