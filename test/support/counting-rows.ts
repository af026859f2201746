import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'

interface Cost {
  read: number
  written: number
  /** The query plan of each statement, a line for each step. */
  plan: string[]
  /** The text of each distinct statement, with the statement that explains it. */
  explain: Map<string, D1PreparedStatement>
  /** Rows read by the text of a statement. */
  readBy: Map<string, number>
  /** Rows written by the text of a statement. */
  writtenBy: Map<string, number>
}

interface Options {
  /** `later`: `plan` stays empty, and `explain` can be run at the end. */
  plans?: 'now' | 'later'
}

/**
 * A database that adds up D1's figures for each statement: rows read, and rows written including
 * indexes.
 */
export function countingRows(
  database: D1Database,
  { plans = 'now' }: Options = {},
): { DB: D1Database; cost: Cost } {
  const cost: Cost = {
    read: 0,
    written: 0,
    plan: [],
    explain: new Map(),
    readBy: new Map(),
    writtenBy: new Map(),
  }
  const real = new WeakMap<
    object,
    { query: string; statement: D1PreparedStatement; explain: D1PreparedStatement }
  >()

  const add = <Result extends D1Result>(query: string, result: Result): Result => {
    cost.read += result.meta.rows_read
    cost.readBy.set(query, (cost.readBy.get(query) ?? 0) + result.meta.rows_read)
    cost.written += result.meta.rows_written
    if (result.meta.rows_written > 0)
      cost.writtenBy.set(query, (cost.writtenBy.get(query) ?? 0) + result.meta.rows_written)
    return result
  }

  const explained = async (query: string, explain: D1PreparedStatement) => {
    cost.explain.set(query, explain)
    if (plans === 'later') return
    const { results } = await explain.all<{ detail: string }>()
    cost.plan.push(...results.map(({ detail }) => detail))
  }

  function counted(query: string, statement: D1PreparedStatement, explain: D1PreparedStatement) {
    const proxy: D1PreparedStatement = new Proxy(statement, {
      get: (target, name) => {
        if (name === 'bind') {
          return (...values: unknown[]) =>
            counted(query, target.bind(...values), explain.bind(...values))
        }
        if (name === 'run' || name === 'all') {
          return async () => {
            await explained(query, explain)
            return add(query, await target[name]())
          }
        }
        // `raw` and `first` do not report their cost, so each is run twice. Only reads use them.
        if (name === 'raw' || name === 'first') {
          return async (...inputs: never[]) => {
            await explained(query, explain)
            add(query, await target.all())
            return Reflect.apply(Reflect.get(target, name), target, inputs)
          }
        }
        throw new Error(`Nobody counts ${String(name)}.`)
      },
    })
    real.set(proxy, { query, statement, explain })
    return proxy
  }

  const DB = new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') {
        return (query: string) =>
          counted(
            query,
            target.prepare(query),
            target.prepare(`EXPLAIN ${plans === 'now' ? 'QUERY PLAN ' : ''}${query}`),
          )
      }
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          const found = statements.map((each) => real.get(each))
          for (const each of found) if (each) await explained(each.query, each.explain)
          const results = await target.batch(
            found.map((each, at) => each?.statement ?? statements[at]) as D1PreparedStatement[],
          )
          return results.map((result, at) => add(found[at]?.query ?? '', result))
        }
      }
      throw new Error(`Nobody counts ${String(name)}.`)
    },
  })
  return { DB, cost }
}
