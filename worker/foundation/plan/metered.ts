import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import type { Meter } from './meter.ts'

/**
 * The same bindings, but each query of D1 and each call to the signer and the vault is counted by
 * the meter first. `METER` is for what has no binding: the mailer counts its own requests.
 */
export function metered(env: Bindings, meter: Meter): Bindings {
  const DB = meteredDatabase(databaseOf(env), meter)
  return {
    ...env,
    DB,
    SIGNER: meteredCalls(env.SIGNER, meter),
    VAULT: meteredCalls(env.VAULT, meter),
    METER: meter,
  }
}

function meteredCalls<Binding extends object>(binding: Binding, meter: Meter): Binding {
  return new Proxy(binding, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return async (...inputs: unknown[]) => {
        meter.spend({ subrequests: 1, calls: 1 })
        return Reflect.apply(method, target, inputs)
      }
    },
  })
}

const asking = new Set<PropertyKey>(['first', 'run', 'all', 'raw'])

function meteredDatabase(database: D1Database, meter: Meter): D1Database {
  /** D1 takes only its own statements in a batch. */
  const real = new WeakMap<object, D1PreparedStatement>()

  function counted(statement: D1PreparedStatement): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        if (name === 'bind') return (...values: unknown[]) => counted(target.bind(...values))
        return async (...inputs: unknown[]) => {
          if (asking.has(name)) meter.spend({ queries: 1, subrequests: 1 })
          return Reflect.apply(method, target, inputs)
        }
      },
    })
    real.set(proxy, statement)
    return proxy
  }

  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') return (query: string) => counted(target.prepare(query))
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          meter.spend({ queries: statements.length, subrequests: 1 })
          return target.batch(statements.map((statement) => real.get(statement) ?? statement))
        }
      }
      throw new Error(`The meter cannot count ${String(name)} of a database.`)
    },
  })
}
