import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** How a round trip fails: not made, made but its answer lost, or refused by a busy database. */
export type Fault = 'before' | 'after' | 'overloaded'

const messages = {
  before: 'D1_ERROR: Network connection lost.',
  after: 'D1_ERROR: Network connection lost.',
  overloaded: 'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
}

/** A database whose n-th round trip fails, counted from 1. A batch is one. */
export function failingDb(database: D1Database, n: number, fault: Fault) {
  const real = new WeakMap<object, D1PreparedStatement>()
  let trips = 0

  async function trip<Result>(make: () => Promise<Result>): Promise<Result> {
    trips++
    if (trips !== n) return make()
    if (fault === 'after') await make()
    throw new Error(messages[fault])
  }

  const failing = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...inputs: unknown[]) => {
          if (name === 'bind') return failing(value.apply(target, inputs) as D1PreparedStatement)
          return trip(() => value.apply(target, inputs) as Promise<unknown>)
        }
      },
    })
    real.set(proxy, statement)
    return proxy
  }

  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') return (query: string) => failing(target.prepare(query))
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) =>
          trip(() => target.batch(statements.map((each) => real.get(each) ?? each)))
      }
      return Reflect.get(target, name)
    },
  })
}
