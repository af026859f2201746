import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

interface Counted {
  DB: D1Database
  /** Round trips: a batch is one, and so is a statement that is run alone. Preparing is free. */
  trips: () => number
  /** Statements, each one of a batch too. */
  queries: () => number
}

/** A database that counts how it is used. */
export function countingDb(database: D1Database): Counted {
  const real = new WeakMap<object, D1PreparedStatement>()
  let [trips, queries] = [0, 0]

  const counted = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...inputs: unknown[]) => {
          if (name !== 'bind') [trips, queries] = [trips + 1, queries + 1]
          const result: unknown = value.apply(target, inputs)
          return name === 'bind' ? counted(result as D1PreparedStatement) : result
        }
      },
    })
    real.set(proxy, statement)
    return proxy
  }

  const DB = new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') return (query: string) => counted(target.prepare(query))
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          ;[trips, queries] = [trips + 1, queries + statements.length]
          return target.batch(statements.map((statement) => real.get(statement) ?? statement))
        }
      }
      throw new Error(`Nobody counts ${String(name)}.`)
    },
  })
  return { DB, trips: () => trips, queries: () => queries }
}
