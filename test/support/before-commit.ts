import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** A database that runs `event` once: after all reads, right before the first commit. */
export function beforeCommit(database: D1Database, event: () => Promise<unknown>): D1Database {
  const commits = new WeakSet<object>()
  let hasHappened = false

  const prepare = (query: string) => {
    const statement = database.prepare(query)
    return new Proxy(statement, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...inputs: unknown[]) => {
          const result: unknown = value.apply(target, inputs)
          // Every commit stores its answer under an idempotency key.
          if (name === 'bind' && /idempotency_keys/.test(query) && /^insert/i.test(query)) {
            commits.add(Object(result))
          }
          return result
        }
      },
    })
  }
  const batch = async (statements: D1PreparedStatement[]) => {
    if (!hasHappened && statements.some((statement) => commits.has(statement))) {
      hasHappened = true
      await event()
    }
    return database.batch(statements)
  }
  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') return prepare
      if (name === 'batch') return batch
      return Reflect.get(target, name)
    },
  })
}
