import { databaseOf } from './database-of.ts'
import type { Bindings } from './env.ts'
import { log } from './foundation/call/log.ts'
import { retention } from './retention.ts'

const dayMs = 86_400_000
/** A table that has more to lose goes on with it a minute later. */
const atOnce = 500

/** Asked by the clock: deletes what is past its term, table by table. One that fails stops no other. */
export async function endOldRows(env: Bindings, now: Date): Promise<void> {
  for (const [table, term] of Object.entries(retention)) {
    if ('kept' in term) continue
    const { days, key, old, by } = term
    const statement = databaseOf(env).prepare(
      `DELETE FROM ${table} WHERE (${key}) IN (
         SELECT ${key} FROM ${table} WHERE ${old} ORDER BY ${by} LIMIT ${atOnce})`,
    )
    try {
      await statement.bind(now.getTime() - days * dayMs).run()
    } catch (error) {
      const problem = error instanceof Error ? error.name : ''
      log('error', 'retention.failed', { table, problem })
    }
  }
}
