import { env } from 'cloudflare:workers'

import { forgetTables } from '../../worker/dev/clock.ts'

/** Removes the tables of a development Worker, which no migration knows. */
export async function dropDevTables(): Promise<void> {
  for (const table of ['dev_state', 'dev_sent', 'dev_cast']) {
    await env.DB.exec(`DROP TABLE IF EXISTS ${table}`)
  }
  forgetTables()
}
