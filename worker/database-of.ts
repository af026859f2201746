import type { D1Database } from '@cloudflare/workers-types'

import type { Bindings } from './env.ts'

/**
 * The database that holds the rows of a programme, or those that belong to none. There is one today;
 * a programme that must have its own gets an entry here, and no other code names a binding.
 */
export function databaseOf(env: Pick<Bindings, 'DB'>, _programmeId?: string): D1Database {
  return env.DB
}
