import type { D1Database } from '@cloudflare/workers-types'

import type { Bindings } from './env.ts'

/**
 * The database of a programme, or the one for rows that belong to no programme. Today all use the
 * same database. A programme that needs its own database gets an entry here. The outbox and the
 * hourly counter use `env.DB` directly.
 */
export function databaseOf(env: Pick<Bindings, 'DB'>, _programmeId?: string): D1Database {
  return env.DB
}
