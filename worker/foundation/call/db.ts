import type { D1Database, D1Result } from '@cloudflare/workers-types'
import type { BatchItem } from 'drizzle-orm/batch'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'

export type Db = DrizzleD1Database
export type Statement = BatchItem<'sqlite'>

/**
 * The parts of a drizzle query used here: SQL, bound values, and the mapping of rows to its type.
 */
interface Prepared {
  getQuery(): { sql: string; params: unknown[]; method?: string }
  mapResult(result: unknown, isFromBatch: boolean): unknown
}

/**
 * Drizzle over D1, with a `batch` that also takes raw statements (`db.run`, `db.all`) with bound
 * values. Drizzle's own batch (0.45) fails on them: it calls `bind` on a statement that it did not
 * prepare.
 */
export function connect(d1: D1Database): Db {
  const db = drizzle(d1)
  const batch = async (queries: readonly unknown[]) => {
    const prepared = queries.map(preparedOf)
    const results = await d1.batch(
      prepared.map((query) => {
        const { sql, params } = query.getQuery()
        return d1.prepare(sql).bind(...params)
      }),
    )
    return results.map((result, index) => mapped(prepared[index], result))
  }
  return Object.assign(db, { batch: batch as typeof db.batch })
}

function preparedOf(query: unknown): Prepared {
  const prepare: unknown = Reflect.get(Object(query), '_prepare')
  if (typeof prepare !== 'function') throw new Error('A batch takes drizzle queries only.')
  return prepare.call(query)
}

function mapped(query: Prepared | undefined, result: D1Result): unknown {
  // A raw `run` has no rows to map. Its callers read the metadata, such as the number of changes.
  return query?.getQuery().method === 'run' && !('stmt' in query)
    ? result
    : query?.mapResult(result, true)
}
