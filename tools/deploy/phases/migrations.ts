import type { Run } from '../run.ts'
import { workers } from '../workers.ts'

/** Applies the migrations that a database does not have. Wrangler keeps a list in the database. */
export function applyMigrations(run: Run): void {
  for (const { name, database } of workers) {
    const where = ['-c', run.configOf(name), '--remote']
    const out = run.wrangler.run(['d1', 'migrations', 'apply', database.binding, ...where])
    const isDone = out.includes('No migrations to apply')
    run.say(`${database.name}: ${isDone ? 'has all migrations' : 'updated'}`)
  }
}
