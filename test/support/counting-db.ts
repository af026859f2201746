import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/**
 * A database that counts round trips: a batch is one, and so is a statement that is run alone.
 * Preparing is free.
 */
export function countingDb(database: D1Database): { DB: D1Database; trips: () => number } {
  const real = new WeakMap<object, D1PreparedStatement>()
  let trips = 0

  const counted = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...inputs: unknown[]) => {
          if (name !== 'bind') trips++
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
          trips++
          return target.batch(statements.map((statement) => real.get(statement) ?? statement))
        }
      }
      throw new Error(`Nobody counts ${String(name)}.`)
    },
  })
  return { DB, trips: () => trips }
}
