import { databaseOf } from './database-of.ts'
import type { Bindings } from './env.ts'
import { log } from './foundation/call/log.ts'
import { monthsLater } from './foundation/reader/months-later.ts'
import { retention } from './insights/personal/retention.ts'
import { type Term, termsOf } from './insights/personal/term.ts'

const dayMs = 86_400_000
const allTerms = Object.entries(retention).flatMap(([table, entry]) =>
  termsOf(entry).map((term) => [table, term] as const),
)
/**
 * The most rows of one table that a run deletes; later runs, a minute apart, delete the rest.
 * `withParts` is for tables whose rows are deleted together with rows of other tables.
 */
const atOnce = { rows: 500, withParts: 50 }

const minuteMs = 60_000

/**
 * Runs every minute: deletes rows past their term, table by table. If one table fails, the run
 * continues with the next. Each minute it begins with another table, because a run may have no room
 * for all of them.
 */
export async function endOldRows(env: Bindings, now: Date): Promise<void> {
  const db = databaseOf(env)
  const first = Math.floor(now.getTime() / minuteMs) % allTerms.length
  for (const [table, term] of [...allTerms.slice(first), ...allTerms.slice(0, first)]) {
    const ends = endOf(term, now)
    const statements = deletes(table, term).map((sql) => db.prepare(sql).bind(ends))
    if (env.METER?.hasRoom({ queries: statements.length, subrequests: 1 }) === false) return
    try {
      await db.batch(statements)
    } catch (error) {
      const problem = error instanceof Error ? error.name : ''
      log('error', 'retention.failed', { table, problem })
    }
  }
}

/** Rows whose time is at or before this moment are past their term. */
function endOf(term: Term, now: Date): number {
  if ('months' in term) return monthsLater(now, -term.months).getTime()
  return now.getTime() - term.days * dayMs
}

/**
 * First the rows of other tables that belong to the ended rows, then the ended rows. Each statement
 * selects the same ended rows, because only the last statement deletes them.
 */
function deletes(table: string, { key, old, by, parts }: Term): string[] {
  const limit = parts ? atOnce.withParts : atOnce.rows
  const ended = `SELECT ${key} FROM ${table} WHERE ${old} ORDER BY ${by} LIMIT ${limit}`
  return [
    ...(parts?.tables ?? []).map((part) => `DELETE FROM ${part} WHERE ${parts?.of} IN (${ended})`),
    `DELETE FROM ${table} WHERE (${key}) IN (${ended})`,
  ]
}
