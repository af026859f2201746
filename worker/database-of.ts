import type { D1Database } from '@cloudflare/workers-types'

import type { Bindings } from './env.ts'

/**
 * The database with the rows of a programme, or with rows that belong to none. Today there is only
 * one. A programme that needs its own gets an entry here; no other code names a binding.
 */
export function databaseOf(env: Pick<Bindings, 'DB'>, _programmeId?: string): D1Database {
  return env.DB
}
